namespace Codex.Cli.CommandLine;

/// <summary>Describes a command: what may stand on its command line, what its help says and what runs it.</summary>
internal sealed record CommandSpec
{
    /// <summary>The word that selects the command.</summary>
    public required string Name { get; init; }

    /// <summary>Other words for it; shown in the parent's help.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>Other words for it that are shown nowhere.</summary>
    public string[] HiddenAliases { get; init; } = [];

    /// <summary>One line; may be empty.</summary>
    public required string About { get; init; }

    /// <summary>More lines, for the long help only.</summary>
    public string? LongAbout { get; init; }

    /// <summary>Lines at the end of the help.</summary>
    public string? Examples { get; init; }

    /// <summary>The usage lines, when they are not made from options and arguments.</summary>
    public string? Usage { get; init; }

    /// <summary>Own options; global ones of the ancestors come on top.</summary>
    public OptionSpec[] Options { get; init; } = [];

    /// <summary>Positional arguments, in order.</summary>
    public ArgumentSpec[] Arguments { get; init; } = [];

    /// <summary>Names of options and arguments of which exactly one must be given; empty when there is no such rule.</summary>
    public string[] RequiredGroup { get; init; } = [];

    /// <summary>Commands below this one.</summary>
    public CommandSpec[] Subcommands { get; init; } = [];

    /// <summary>Whether nothing but a subcommand makes sense.</summary>
    public bool RequiresSubcommand { get; init; }

    /// <summary>
    /// Whether the subcommands are counted before the options. Help mixes own and inherited options by their number, so this
    /// decides which of them come first.
    /// </summary>
    public bool SubcommandsFirst { get; init; }

    /// <summary>Whether it has no options at all, not even inherited ones.</summary>
    public bool TakesNoOptions { get; init; }

    /// <summary>The name that <c>--version</c> prints; null when there is no such option.</summary>
    public string? VersionName { get; init; }

    /// <summary>Whether help leaves the command out; shells complete it nevertheless.</summary>
    public bool Hidden { get; init; }

    /// <summary>Whether help, suggestions and completions leave the command out: it is ours and no other version has it.</summary>
    public bool Unlisted { get; init; }

    /// <summary>Which options of the root the command understands when they stand in front of it.</summary>
    public RootOptions Accepts { get; init; }

    /// <summary>Whether the command keeps a key in memory and starts no other programs: it runs hardened, and not at all where it cannot be.</summary>
    public bool HoldsKeys { get; init; }

    /// <summary>Runs the command and gives its exit code; null for groups and for what this version cannot do.</summary>
    public Func<ParsedCommand, ProgramContext, CancellationToken, Task<int>>? Run { get; init; }

    /// <summary>Whether a word selects this command.</summary>
    public bool IsNamed(string word) => Name == word || Array.IndexOf(Aliases, word) >= 0 || Array.IndexOf(HiddenAliases, word) >= 0;

    /// <summary>The subcommand that a word selects.</summary>
    public CommandSpec? FindSubcommand(string word) => Array.Find(Subcommands, command => command.IsNamed(word));
}
