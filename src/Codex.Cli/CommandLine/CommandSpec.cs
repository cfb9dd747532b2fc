namespace Codex.Cli.CommandLine;

/// <summary>Describes a command: what may stand on its command line and what its help says.</summary>
internal sealed record CommandSpec
{
    /// <summary>The word that selects the command.</summary>
    public required string Name { get; init; }

    /// <summary>Other words for it; shown in the parent's help.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>One line.</summary>
    public required string About { get; init; }

    /// <summary>More lines, for the long help only.</summary>
    public string? LongAbout { get; init; }

    /// <summary>Own options; global ones of the ancestors come on top.</summary>
    public OptionSpec[] Options { get; init; } = [];

    /// <summary>Positional arguments, in order.</summary>
    public ArgumentSpec[] Arguments { get; init; } = [];

    /// <summary>Commands below this one.</summary>
    public CommandSpec[] Subcommands { get; init; } = [];

    /// <summary>Whether nothing but a subcommand makes sense.</summary>
    public bool RequiresSubcommand { get; init; }

    /// <summary>The name that <c>--version</c> prints; null when there is no such option.</summary>
    public string? VersionName { get; init; }

    /// <summary>Whether help and completions leave the command out.</summary>
    public bool Hidden { get; init; }

    /// <summary>Whether everything after the command's name is kept unparsed.</summary>
    public bool TakesAnything { get; init; }

    /// <summary>Whether a word selects this command.</summary>
    public bool IsNamed(string word) => Name == word || Array.IndexOf(Aliases, word) >= 0;

    /// <summary>The subcommand that a word selects.</summary>
    public CommandSpec? FindSubcommand(string word) => Array.Find(Subcommands, command => command.IsNamed(word));
}
