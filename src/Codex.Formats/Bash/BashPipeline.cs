using System.Collections.Immutable;

namespace Codex.Formats.Bash;

/// <summary>Commands joined by pipes; mostly just one.</summary>
/// <param name="Commands">The commands; at least one.</param>
public sealed record BashPipeline(ImmutableArray<BashCommand> Commands)
{
    /// <summary>Whether <c>!</c> stands before it.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Whether one of the pipes is <c>|&amp;</c>.</summary>
    public bool PipesErrors { get; init; }
}
