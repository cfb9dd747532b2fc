using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands;

/// <summary><c>codex features</c>.</summary>
internal static class FeaturesSpec
{
    public static CommandSpec Features() => new()
    {
        Name = "features",
        About = "Show feature flags",
        RequiresSubcommand = true,
        Subcommands = [new CommandSpec { Name = "list", About = "List the known features with stage and state" }],
    };
}
