namespace Codex.Formats.Diffs;

/// <summary>Compares lines by their characters.</summary>
internal sealed class LineComparer : IEqualityComparer<ReadOnlyMemory<char>>
{
    internal static LineComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(ReadOnlyMemory<char> x, ReadOnlyMemory<char> y) => x.Span.SequenceEqual(y.Span);

    /// <inheritdoc/>
    public int GetHashCode(ReadOnlyMemory<char> obj) => string.GetHashCode(obj.Span);
}
