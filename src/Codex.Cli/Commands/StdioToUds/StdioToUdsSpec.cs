using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.StdioToUds;

/// <summary><c>codex stdio-to-uds</c>.</summary>
internal static class StdioToUdsSpec
{
    /// <summary>The argument with the socket's path.</summary>
    public const string SocketPath = "SOCKET_PATH";

    public static CommandSpec StdioToUds() => new()
    {
        Name = "stdio-to-uds",
        About = "Internal: connect standard input and output with a Unix socket",
        Hidden = true,
        Arguments = [new ArgumentSpec { Name = SocketPath, Required = true, Help = "Path of the socket" }],
        Run = StdioToUdsCommand.RunAsync,
    };
}
