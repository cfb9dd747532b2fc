namespace Codex.Formats.Starlark.Values;

/// <summary>Something that can be called.</summary>
/// <param name="name">Its name.</param>
public abstract class StarlarkFunction(string name) : StarlarkValue
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <inheritdoc/>
    public override string TypeName => "function";

    /// <inheritdoc/>
    public override string Representation => name;
}
