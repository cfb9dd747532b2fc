namespace Codex.Cli.CommandLine;

/// <summary>Describes a positional argument.</summary>
internal sealed record ArgumentSpec
{
    /// <summary>Name in help.</summary>
    public required string Name { get; init; }

    /// <summary>Name that shells show; the small letters of <see cref="Name"/> unless set.</summary>
    public string Id { get => field ?? Name.ToLowerInvariant(); init; }

    /// <summary>What it means.</summary>
    public string Help { get; init; } = "";

    /// <summary>Whether it must be given.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it takes all remaining words.</summary>
    public bool Repeatable { get; init; }

    /// <summary>Whether everything behind its first word belongs to it, options too.</summary>
    public bool EndsOptions { get; init; }

    /// <summary>Whether its first word may look like an option that the command does not have.</summary>
    public bool TakesUnknownOptions { get; init; }

    /// <summary>The only values it takes; empty for any.</summary>
    public string[] PossibleValues { get; init; } = [];

    /// <summary>The value when it is not given, for help.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>What the value is to a shell that completes it.</summary>
    public ValueKind Kind { get; init; }

    /// <summary>As general usage lines show it.</summary>
    public string Display => Required ? RequiredDisplay : $"[{Name}]{Dots}";

    /// <summary>As usage lines show it once it is used or missed.</summary>
    public string RequiredDisplay => $"<{Name}>{Dots}";

    private string Dots => Repeatable ? "..." : "";
}
