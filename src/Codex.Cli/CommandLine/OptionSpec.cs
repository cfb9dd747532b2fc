namespace Codex.Cli.CommandLine;

/// <summary>Describes an option.</summary>
internal sealed record OptionSpec
{
    /// <summary>Long name without its dashes.</summary>
    public required string Long { get; init; }

    /// <summary>Short name; NUL when there is none.</summary>
    public char Short { get; init; }

    /// <summary>Name of the value in help; null for a flag.</summary>
    public string? ValueName { get; init; }

    /// <summary>What it does.</summary>
    public string Help { get; init; } = "";

    /// <summary>Further paragraphs, for the long help only.</summary>
    public string? LongHelp { get; init; }

    /// <summary>The only values it takes; empty for any.</summary>
    public string[] PossibleValues { get; init; } = [];

    /// <summary>What each of <see cref="PossibleValues"/> means, for the long help; empty when they speak for themselves.</summary>
    public string[] ValueHelp { get; init; } = [];

    /// <summary>The value when it is not given, for help.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>What the value is to a shell that completes it.</summary>
    public ValueKind Kind { get; init; }

    /// <summary>Whether it may be given several times.</summary>
    public bool Repeatable { get; init; }

    /// <summary>Whether one use takes all words up to the next option.</summary>
    public bool TakesManyValues { get; init; }

    /// <summary>Whether its value may be left out.</summary>
    public bool ValueIsOptional { get; init; }

    /// <summary>Splits a value into several; NUL when there is none.</summary>
    public char Delimiter { get; init; }

    /// <summary>Whether subcommands take it as well.</summary>
    public bool Global { get; init; }

    /// <summary>Whether help leaves it out.</summary>
    public bool Hidden { get; init; }

    /// <summary>Long name of the option that shells are offered it behind; null when that is its place in the declaration.</summary>
    public string? CompletedBehind { get; init; }

    /// <summary>Whether it must be given.</summary>
    public bool Required { get; init; }

    /// <summary>Other long names; never shown.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>Long names of options, or names of arguments, that it excludes.</summary>
    public string[] Conflicts { get; init; } = [];

    /// <summary>Long names of options that it needs.</summary>
    public string[] Requires { get; init; } = [];

    /// <summary>Tells why a value is not acceptable; null when it is.</summary>
    public Func<string, string?>? Check { get; init; }

    /// <summary>Whether it stands alone.</summary>
    public bool IsFlag => ValueName is null;

    /// <summary>As usage lines and errors show it: <c>--name &lt;VALUE&gt;</c>.</summary>
    public string Display => $"--{Long}{ValueDisplay}";

    /// <summary>As usage lines show it, with styles.</summary>
    public string StyledDisplay => Style.Literal($"--{Long}") + ValueDisplay;

    /// <summary>The value's part of <see cref="Display"/>, with the space in front.</summary>
    public string ValueDisplay => ValueName switch
    {
        null => "",
        _ when ValueIsOptional => $" [<{ValueName}>]",
        _ when TakesManyValues => $" <{ValueName}>...",
        _ => $" <{ValueName}>",
    };

    /// <summary>Whether a long name, without dashes, means this option.</summary>
    public bool IsNamed(string name) => Long == name || Array.IndexOf(Aliases, name) >= 0;
}
