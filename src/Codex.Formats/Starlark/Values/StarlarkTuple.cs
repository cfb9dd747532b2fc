namespace Codex.Formats.Starlark.Values;

/// <summary>A tuple.</summary>
/// <param name="items">The elements.</param>
public sealed class StarlarkTuple(List<StarlarkValue> items) : StarlarkSequence(items)
{
    /// <inheritdoc/>
    public override string TypeName => "tuple";

    /// <inheritdoc/>
    public override string Representation => Items.Count is 1 ? $"({Join()},)" : $"({Join()})";

    internal override bool IsHashable => Items.All(static item => item.IsHashable);
}
