using System.Globalization;
using System.Text;

namespace Codex.Backend.Auth.Login;

/// <summary>An answer to the user's browser; the connection ends after it.</summary>
internal sealed record CallbackResponse
{
    private const string Html = "text/html; charset=utf-8";
    private const string Plain = "text/plain; charset=UTF-8";

    private CallbackResponse(string status, string type, string body, string? location = null)
    {
        var head = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n"))
            .Append("Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n");
        if (location is not null)
            head.Append("Location: ").Append(location).Append("\r\n");
        var content = Encoding.UTF8.GetBytes(body);
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {content.Length}\r\nConnection: close\r\n\r\n");
        Bytes = [.. Encoding.UTF8.GetBytes(head.ToString()), .. content];
    }

    /// <summary>Head and body.</summary>
    public byte[] Bytes { get; }

    /// <summary>Whether the login has come to its end.</summary>
    public bool EndsLogin { get; private init; }

    /// <summary>Why the login has failed; null when it has not.</summary>
    public AuthException? Failure { get; private init; }

    /// <summary>A few words with an error status.</summary>
    public static CallbackResponse Refusal(string status, string text) => new(status, Plain, text);

    /// <summary>Sends the browser elsewhere.</summary>
    public static CallbackResponse Redirection(string location) => new("302 Found", Plain, "", location);

    /// <summary>The page of a login that has succeeded.</summary>
    public static CallbackResponse Success() => new("200 OK", Html, LoginPages.Success) { EndsLogin = true };

    /// <summary>The page of a login that has failed.</summary>
    public static CallbackResponse Failed(LoginFailure failure) =>
        new("200 OK", Html, LoginPages.Failure(failure)) { EndsLogin = true, Failure = new AuthException(failure.Message) };

    /// <summary>Another login takes this one's place.</summary>
    public static CallbackResponse Cancelled() =>
        new("200 OK", Plain, "Login cancelled") { EndsLogin = true, Failure = new AuthException("Login cancelled") };
}
