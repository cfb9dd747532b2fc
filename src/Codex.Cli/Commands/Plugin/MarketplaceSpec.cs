using Codex.Cli.CommandLine;

namespace Codex.Cli.Commands.Plugin;

/// <summary><c>codex plugin marketplace</c> and the commands below it.</summary>
internal static class MarketplaceSpec
{
    public static CommandSpec Marketplace() => new()
    {
        Name = "marketplace",
        About = "Manage the marketplaces that plugins come from",
        RequiresSubcommand = true,
        Options = [SharedOptions.Override()],
        Subcommands = [Add(), new CommandSpec { Name = "list", About = "List the configured marketplaces" }, Upgrade(), Remove()],
    };

    private static CommandSpec Add() => new()
    {
        Name = "add",
        About = "Add a marketplace from a directory or a Git repository",
        Examples = "Examples:\n  codex plugin marketplace add ./path/to/marketplace\n  codex plugin marketplace add owner/repo --ref main\n  codex plugin marketplace add https://github.com/owner/repo --sparse plugins/foo",
        Options =
        [
            new() { Long = "ref", ValueName = "REF", Help = "Branch, tag or commit to check out; Git only" },
            new() { Long = "sparse", ValueName = "PATH", Repeatable = true, Help = "Check out this path only; Git only. Can be repeated" },
        ],
        Arguments = [new ArgumentSpec { Name = "SOURCE", Required = true, Help = "A directory, owner/repo[@ref], or the address of a Git repository (HTTP or SSH)" }],
    };

    private static CommandSpec Upgrade() => new()
    {
        Name = "upgrade",
        About = "Fetch marketplaces that come from Git again",
        LongAbout = "Without a name all of them are fetched.",
        Examples = "Examples:\n  codex plugin marketplace upgrade\n  codex plugin marketplace upgrade debug",
        Arguments = [new ArgumentSpec { Name = "MARKETPLACE_NAME", Help = "The marketplace to fetch" }],
    };

    private static CommandSpec Remove() => new()
    {
        Name = "remove",
        About = "Remove a marketplace",
        Examples = "Example:\n  codex plugin marketplace remove debug",
        Arguments = [new ArgumentSpec { Name = "MARKETPLACE_NAME", Required = true, Help = "The marketplace to remove" }],
    };
}
