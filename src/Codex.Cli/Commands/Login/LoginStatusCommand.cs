using Codex.Backend.Auth;
using Codex.Backend.Auth.Storage;
using Codex.Cli.Accounts;
using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Login;

/// <summary><c>codex login status</c>; asks no server.</summary>
internal static class LoginStatusCommand
{
    private const int NotLoggedIn = 1;
    private const int ShownAtStart = 8;
    private const int ShownAtEnd = 5;

    /// <summary>Tells how the user has logged in.</summary>
    public static Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken) =>
        AccountCommand.RunAsync(command, program, "Error checking login status", account =>
        {
            Warn(account);
            var login = account.Manager.Peek();
            AccountCommand.Say(login is null ? "Not logged in" : Describe(login));
            return Task.FromResult(login is null ? NotLoggedIn : 0);
        });

    private static void Warn(AccountCommand account)
    {
        if (account.Settings.OpenStore(account.Program.Host) is FileCredentialStore { IsExposed: true } file)
            AccountCommand.Say($"Warning: other users of this machine can read {file.Path}; `chmod 600` keeps them out.");
    }

    private static string Describe(StoredLogin login) => login.Mode switch
    {
        AuthMode.ApiKey => $"Logged in using an API key - {Shorten(login.Bearer!.Reveal())}",
        AuthMode.AgentIdentity => "Logged in using access token",
        _ => "Logged in using ChatGPT",
    };

    private static string Shorten(string key) =>
        key.Length <= ShownAtStart + ShownAtEnd ? "***" : $"{key[..ShownAtStart]}***{key[^ShownAtEnd..]}";
}
