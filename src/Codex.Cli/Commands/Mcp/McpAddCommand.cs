using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Configuration.Editing;
using Codex.Configuration.Sections;

namespace Codex.Cli.Commands.Mcp;

/// <summary><c>codex mcp add</c>.</summary>
internal static class McpAddCommand
{
    /// <summary>Writes a server to the user's configuration.</summary>
    public static Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        _ = McpServers.Load(command, program);
        var name = McpServers.CheckedName(command);
        CommandConfiguration.Edit(
            program,
            document => McpServerEdits.Set(document, name, Server(command)),
            $"failed to write MCP servers to {program.CodexHome}");
        StandardOutput.Write($"Added global MCP server '{name}'.\n");
        return Task.FromResult(0);
    }

    private static McpServerSection Server(ParsedCommand command) => command.Arguments(McpSpec.Command) is { Count: > 0 } words
        ? new McpServerSection { Command = words[0], Args = [.. words.Skip(1)], Env = Variables(command) }
        : new McpServerSection
        {
            Url = command.Value("url"),
            BearerTokenEnvVar = command.Value("bearer-token-env-var"),
            OAuth = command.Value("oauth-client-id") is { } client ? new McpOAuthSection { ClientId = client } : null,
            OAuthResource = command.Value("oauth-resource"),
        };

    private static Dictionary<string, string> Variables(ParsedCommand command)
    {
        Dictionary<string, string> variables = [];
        foreach (var text in command.Values("env"))
        {
            var (name, value) = EnvironmentEntry.Split(text);
            variables[name] = value;
        }

        return variables;
    }
}
