using Codex.Platform.Identifiers;

namespace Codex.TestSupport.Identifiers;

/// <summary>Identifiers that count up: known values in every run. Safe for concurrent use.</summary>
public sealed class SequentialIdSource : IIdSource
{
    private int _next;

    /// <inheritdoc/>
    public Guid NewVersion7() => new($"00000000-0000-7000-8000-{Interlocked.Increment(ref _next):x12}");

    /// <inheritdoc/>
    public Guid NewVersion4() => new($"00000000-0000-4000-8000-{Interlocked.Increment(ref _next):x12}");

    /// <summary>The next number of the sequence, folded into the range.</summary>
    public int Next(int minimum, int maximumExclusive) =>
        minimum + (int)((Interlocked.Increment(ref _next) - 1L) % ((long)maximumExclusive - minimum));

    /// <summary>Always the middle: no jitter.</summary>
    public double NextDouble() => 0.5;
}
