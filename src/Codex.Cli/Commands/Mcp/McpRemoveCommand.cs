using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Configuration.Editing;

namespace Codex.Cli.Commands.Mcp;

/// <summary><c>codex mcp remove</c>.</summary>
internal static class McpRemoveCommand
{
    /// <summary>Removes a server from the user's configuration. One that is not there is no failure.</summary>
    public static Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        McpServers.CheckOverrides(command);
        var name = McpServers.CheckedName(command);
        var removed = false;
        CommandConfiguration.Edit(
            program,
            document => removed = McpServerEdits.Remove(document, name),
            $"failed to load MCP servers from {program.CodexHome}");
        StandardOutput.Write(removed ? $"Removed global MCP server '{name}'.\n" : $"No MCP server named '{name}' found.\n");
        return Task.FromResult(0);
    }
}
