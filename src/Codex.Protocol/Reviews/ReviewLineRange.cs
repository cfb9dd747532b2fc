namespace Codex.Protocol.Reviews;

/// <summary>Lines of a file, counted from 1, both included.</summary>
public sealed record ReviewLineRange
{
    /// <summary>The first line.</summary>
    public required uint Start { get; init; }

    /// <summary>The last line.</summary>
    public required uint End { get; init; }
}
