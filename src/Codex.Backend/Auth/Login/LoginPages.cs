using System.Net;

namespace Codex.Backend.Auth.Login;

/// <summary>What the user's browser shows when a login has ended.</summary>
internal static class LoginPages
{
    private const string Start = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Codex</title>
        <style>
        body { font: 16px/1.5 system-ui, sans-serif; margin: 15vh auto 0; max-width: 34em; padding: 0 1em; color: #1a1a1a; background: #fff }
        dt { color: #666; margin-top: .5em } dd { margin: 0; font-family: ui-monospace, monospace; overflow-wrap: anywhere }
        @media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } dt { color: #aaa } }
        </style>
        </head>
        <body>

        """;

    private const string End = "</body>\n</html>\n";

    /// <summary>The login is done.</summary>
    public const string Success = Start + "<h1>You are logged in</h1>\n<p>Codex has what it needs. This page can be closed.</p>\n" + End;

    /// <summary>The login has failed.</summary>
    public static string Failure(LoginFailure failure) => Start + $"""
        <h1>{(failure.IsNotEntitled ? "This account cannot use Codex" : "The login did not work")}</h1>
        <p>{Escape(failure.Message)}</p>
        <dl>
        <dt>Code</dt><dd>{Escape(failure.Code)}</dd>
        <dt>Details</dt><dd>{Escape(failure.Details ?? failure.Message)}</dd>
        </dl>
        <p>Go back to Codex to try again or to use another account.</p>

        """ + End;

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
