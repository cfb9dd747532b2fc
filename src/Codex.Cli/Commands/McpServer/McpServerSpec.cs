using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.McpServer;

/// <summary><c>codex mcp-server</c>.</summary>
internal static class McpServerSpec
{
    public static CommandSpec McpServer() => new()
    {
        Name = "mcp-server",
        About = "Be an MCP server on standard input and output",
        Options = [SharedOptions.StrictConfig()],
        Accepts = RootOptions.StrictConfig,
    };
}
