using Codex.Cli.Accounts;
using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Logout;

/// <summary><c>codex logout</c>.</summary>
internal static class LogoutCommand
{
    /// <summary>Forgets the login.</summary>
    public static Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken) =>
        AccountCommand.RunAsync(command, program, "Error logging out", async account =>
        {
            AccountCommand.Say(await account.Manager.LogoutAsync(cancellationToken) ? "Successfully logged out" : "Not logged in");
            return 0;
        });
}
