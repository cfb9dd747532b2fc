using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Configuration;
using Codex.Configuration.Layers;
using Codex.Configuration.Sections;

namespace Codex.Cli.Commands.Mcp;

/// <summary>What the commands below <c>codex mcp</c> have in common.</summary>
internal static class McpServers
{
    private const string LoadFailure = "failed to load configuration";

    /// <summary>The configured servers.</summary>
    /// <exception cref="CommandFailure">The configuration cannot be used.</exception>
    public static IReadOnlyDictionary<string, McpServerSection> Load(ParsedCommand command, ProgramContext program) => LoadConfig(command, program).McpServers;

    /// <summary>The configuration.</summary>
    /// <exception cref="CommandFailure">It cannot be used.</exception>
    public static EffectiveConfig LoadConfig(ParsedCommand command, ProgramContext program)
    {
        try
        {
            // A profile is checked only: servers are managed in the user's own configuration.
            if (command.Value("profile") is { } profile)
                _ = CommandConfiguration.Load(command, program, profile);
            return CommandConfiguration.Load(command, program, profile: null).Effective;
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(exception.RenderForCommand(LoadFailure));
        }
    }

    /// <summary>Refuses <c>-c</c> that means nothing.</summary>
    public static void CheckOverrides(ParsedCommand command)
    {
        try
        {
            ConfigOverrides.Parse(command.Values("config"), [], []);
        }
        catch (ConfigException exception)
        {
            throw new CommandFailure(exception.RenderForCommand());
        }
    }

    /// <summary>The name given to the command.</summary>
    /// <exception cref="CommandFailure">A server cannot be called so.</exception>
    public static string CheckedName(ParsedCommand command)
    {
        var name = command.Argument(McpSpec.Name)!;
        var isPlain = name.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
        return isPlain && name.Length > 0 ? name : throw new CommandFailure($"Error: invalid server name '{name}' (use letters, numbers, '-', '_')");
    }

    /// <summary>A failure to find a server.</summary>
    public static CommandFailure Unknown(string name) => new($"Error: No MCP server named '{name}' found.");
}
