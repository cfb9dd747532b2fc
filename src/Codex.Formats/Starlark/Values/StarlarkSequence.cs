namespace Codex.Formats.Starlark.Values;

/// <summary>A list or a tuple.</summary>
/// <param name="items">The elements.</param>
public abstract class StarlarkSequence(List<StarlarkValue> items) : StarlarkValue
{
    /// <summary>The elements.</summary>
    public IReadOnlyList<StarlarkValue> Items => items;

    /// <inheritdoc/>
    public override bool IsTrue => items.Count > 0;

    /// <summary>The elements, to be changed by methods of lists.</summary>
    internal List<StarlarkValue> Store => items;

    internal override IReadOnlyList<StarlarkValue> Elements => items;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StarlarkSequence other && other.GetType() == GetType() && items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => items.Aggregate(items.Count, HashCode.Combine);

    /// <summary>The representations of the elements, separated by commas.</summary>
    protected string Join() => string.Join(", ", items.Select(static item => item.Representation));
}
