using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Plugin;

/// <summary><c>codex plugin</c> and the commands below it.</summary>
internal static class PluginSpec
{
    private const string SelectorNote = "The plugin is named as `PLUGIN@MARKETPLACE`, or as `PLUGIN` with `--marketplace MARKETPLACE`.";

    public static CommandSpec Plugin() => new()
    {
        Name = "plugin",
        About = "Manage plugins",
        RequiresSubcommand = true,
        Options = [SharedOptions.Override()],
        Subcommands = [Add(), List(), MarketplaceSpec.Marketplace(), Remove()],
    };

    private static CommandSpec Add() => new()
    {
        Name = "add",
        About = "Install a plugin of a marketplace that is configured",
        LongAbout = SelectorNote,
        Examples = "Examples:\n  codex plugin add sample@debug\n  codex plugin add sample --marketplace debug",
        Options = [InMarketplace("Marketplace of a plugin that is named without one")],
        Arguments = [Selector("The plugin to install")],
    };

    private static CommandSpec List() => new()
    {
        Name = "list",
        About = "List the plugins of the configured marketplaces",
        Examples = "Examples:\n  codex plugin list\n  codex plugin list --marketplace debug",
        Options = [InMarketplace("List the plugins of this marketplace only")],
    };

    private static CommandSpec Remove() => new()
    {
        Name = "remove",
        About = "Remove an installed plugin from configuration and cache",
        LongAbout = SelectorNote,
        Examples = "Examples:\n  codex plugin remove sample@debug\n  codex plugin remove sample --marketplace debug",
        Options = [InMarketplace("Marketplace of a plugin that is named without one")],
        Arguments = [Selector("The plugin to remove")],
    };

    private static OptionSpec InMarketplace(string help) => new() { Long = "marketplace", Short = 'm', ValueName = "MARKETPLACE", Help = help };

    private static ArgumentSpec Selector(string help) => new() { Name = "PLUGIN[@MARKETPLACE]", Id = "plugin", Required = true, Help = help };
}
