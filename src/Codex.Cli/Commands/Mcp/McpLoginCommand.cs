using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;

namespace Codex.Cli.Commands.Mcp;

/// <summary><c>codex mcp login</c> and <c>logout</c>: checked as far as configuration goes; this version has no OAuth client for servers.</summary>
internal static class McpLoginCommand
{
    /// <summary>Refuses to log in.</summary>
    public static Task<int> LoginAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var name = command.Argument(McpSpec.Name)!;
        if (!McpServers.Load(command, program).TryGetValue(name, out var server))
            throw McpServers.Unknown(name);
        throw new CommandFailure(server.Url is null
            ? "Error: OAuth login is only supported for streamable HTTP servers."
            : NotAvailable(command));
    }

    /// <summary>Refuses to log out.</summary>
    public static Task<int> LogoutAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var name = command.Argument(McpSpec.Name)!;
        if (!McpServers.Load(command, program).TryGetValue(name, out var server))
            throw new CommandFailure($"Error: No MCP server named '{name}' found in configuration.");
        throw new CommandFailure(server.Url is null
            ? "Error: OAuth logout is only supported for streamable_http transports."
            : NotAvailable(command));
    }

    private static string NotAvailable(ParsedCommand command) =>
        $"Error: `{command.Path}` is not available in this version; use `--bearer-token-env-var` for servers that need a token";
}
