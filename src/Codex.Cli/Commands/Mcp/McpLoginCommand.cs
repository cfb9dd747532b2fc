using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;

namespace Codex.Cli.Commands.Mcp;

/// <summary><c>codex mcp login</c>.</summary>
internal static class McpLoginCommand
{
    /// <summary>The option with what to ask for.</summary>
    public const string Scopes = "scopes";

    /// <summary>Logs in to a server: with what the user asks for, else the configuration, else the server itself.</summary>
    public static async Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var name = command.Argument(McpSpec.Name)!;
        var config = McpServers.LoadConfig(command, program);
        if (!config.McpServers.TryGetValue(name, out var server))
            throw McpServers.Unknown(name);
        if (server.Url is null)
            throw new CommandFailure("Error: OAuth login is only supported for streamable HTTP servers.");
        var run = new McpLoginRun(program, config, name, server);
        var given = command.Values(Scopes) is { Count: > 0 } asked ? asked : server.Scopes;
        var discovered = given is null && server.BearerTokenEnvVar is null ? await run.FindSupportAsync(cancellationToken) : null;
        await run.RunAsync(given ?? discovered?.Scopes ?? [], areDiscovered: given is null, cancellationToken);
        StandardOutput.Write($"Successfully logged in to MCP server '{name}'.\n");
        return 0;
    }
}
