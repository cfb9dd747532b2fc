using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Logout;

/// <summary><c>codex logout</c>.</summary>
internal static class LogoutSpec
{
    public static CommandSpec Logout() => new()
    {
        Name = "logout",
        About = "Forget the stored credentials",
        Run = LogoutCommand.RunAsync,
    };
}
