using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Configuration.Editing;
using Codex.Configuration.Sections;

namespace Codex.Cli.Commands.Mcp;

/// <summary><c>codex mcp add</c>.</summary>
internal static class McpAddCommand
{
    /// <summary>Writes a server to the user's configuration, and logs in to it where it says that it has a login.</summary>
    public static async Task<int> RunAsync(ParsedCommand command, ProgramContext program, CancellationToken cancellationToken)
    {
        var config = McpServers.LoadConfig(command, program);
        var name = McpServers.CheckedName(command);
        var server = Server(command);
        CommandConfiguration.Edit(
            program,
            document => McpServerEdits.Set(document, name, server),
            $"failed to write MCP servers to {program.CodexHome}");
        StandardOutput.Write($"Added global MCP server '{name}'.\n");
        if (server is { Url: not null, BearerTokenEnvVar: null })
            await LogInAsync(new McpLoginRun(program, config, name, server), name, server.Url, cancellationToken);
        return 0;
    }

    private static async Task LogInAsync(McpLoginRun run, string name, string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out _))
        {
            StandardOutput.Write($"MCP server may or may not require login. Run `codex mcp login {name}` to login.\n");
            return;
        }

        if (await run.FindSupportAsync(cancellationToken) is not { } support)
            return;
        StandardOutput.Write("Detected OAuth support. Starting OAuth flow…\n");
        await run.RunAsync(support.Scopes, areDiscovered: true, cancellationToken);
        StandardOutput.Write("Successfully logged in.\n");
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
