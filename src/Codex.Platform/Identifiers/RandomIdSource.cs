using System.Diagnostics.CodeAnalysis;

namespace Codex.Platform.Identifiers;

/// <summary>The identifiers of production: real randomness.</summary>
[SuppressMessage("ApiDesign", "RS0030", Justification = "This is the source that everything else is told to use.")]
[SuppressMessage("Security", "CA5394", Justification = "Process numbers and jitter need no secrecy.")]
public sealed class RandomIdSource : IIdSource
{
    /// <inheritdoc/>
    public Guid NewVersion7() => Guid.CreateVersion7();

    /// <inheritdoc/>
    public Guid NewVersion4() => Guid.NewGuid();

    /// <inheritdoc/>
    public int Next(int minimum, int maximumExclusive) => Random.Shared.Next(minimum, maximumExclusive);

    /// <inheritdoc/>
    public double NextDouble() => Random.Shared.NextDouble();
}
