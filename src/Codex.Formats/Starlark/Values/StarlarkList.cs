namespace Codex.Formats.Starlark.Values;

/// <summary>A list.</summary>
/// <param name="items">The elements.</param>
public sealed class StarlarkList(List<StarlarkValue> items) : StarlarkSequence(items)
{
    /// <inheritdoc/>
    public override string TypeName => "list";

    /// <inheritdoc/>
    public override string Representation => $"[{Join()}]";

    internal override bool IsHashable => false;
}
