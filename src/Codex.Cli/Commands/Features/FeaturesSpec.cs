using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Features;

/// <summary><c>codex features</c> and the commands below it.</summary>
internal static class FeaturesSpec
{
    public static CommandSpec Features() => new()
    {
        Name = "features",
        About = "Show and change feature flags",
        RequiresSubcommand = true,
        Subcommands =
        [
            new CommandSpec { Name = "list", About = "List the known features with stage and state", Run = FeaturesCommand.ListAsync },
            new CommandSpec
            {
                Name = "enable",
                About = "Switch a feature on in config.toml",
                Arguments = [Feature("The feature to switch on")],
                Run = FeatureSwitchCommand.EnableAsync,
            },
            new CommandSpec
            {
                Name = "disable",
                About = "Switch a feature off in config.toml",
                Arguments = [Feature("The feature to switch off")],
                Run = FeatureSwitchCommand.DisableAsync,
            },
        ],
    };

    private static ArgumentSpec Feature(string help) => new() { Name = FeatureSwitchCommand.Feature, Required = true, Help = help };
}
