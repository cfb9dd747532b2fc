namespace Codex.Cli.CommandLine;

/// <summary>Describes a positional argument.</summary>
internal sealed record ArgumentSpec
{
    /// <summary>Name in help.</summary>
    public required string Name { get; init; }

    /// <summary>What it means.</summary>
    public string Help { get; init; } = "";

    /// <summary>Whether it must be given.</summary>
    public bool Required { get; init; }

    /// <summary>Whether it takes all remaining words.</summary>
    public bool Repeatable { get; init; }

    /// <summary>As usage lines show it.</summary>
    public string Display => (Required ? $"<{Name}>" : $"[{Name}]") + (Repeatable ? "..." : "");
}
