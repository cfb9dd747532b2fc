using Codex.Backend.Auth;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;

namespace Codex.Cli.Commands.Mcp;

/// <summary><c>codex mcp logout</c>.</summary>
internal static class McpLogoutCommand
{
    /// <summary>Forgets the login to a server.</summary>
    public static Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var name = command.Argument(McpSpec.Name)!;
        var config = McpServers.LoadConfig(command, program);
        if (!config.McpServers.TryGetValue(name, out var server))
            throw new CommandFailure($"Error: No MCP server named '{name}' found in configuration.");
        if (server.Url is not { } url)
            throw new CommandFailure("Error: OAuth logout is only supported for streamable_http transports.");
        StandardOutput.Write(Delete(new McpLogins(program, config), name, url)
            ? $"Removed OAuth credentials for '{name}'.\n"
            : $"No OAuth credentials stored for '{name}'.\n");
        return Task.FromResult(0);
    }

    private static bool Delete(McpLogins logins, string name, string url)
    {
        try
        {
            return logins.Store.Delete(name, url);
        }
        catch (AuthException exception)
        {
            throw new CommandFailure($"Error: failed to delete OAuth credentials: {exception.Message}");
        }
    }
}
