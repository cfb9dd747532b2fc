using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.StdioToUds;

/// <summary><c>codex stdio-to-uds</c>.</summary>
internal static class StdioToUdsSpec
{
    public static CommandSpec StdioToUds() => new()
    {
        Name = "stdio-to-uds",
        About = "Internal: connect standard input and output with a Unix socket",
        Hidden = true,
        Arguments = [new ArgumentSpec { Name = "SOCKET_PATH", Required = true, Help = "Path of the socket" }],
    };
}
