namespace Codex.Formats.Starlark.Values;

/// <summary><c>None</c></summary>
public sealed class StarlarkNone : StarlarkValue
{
    private StarlarkNone()
    {
    }

    /// <summary>The only one.</summary>
    public static StarlarkNone Instance { get; } = new();

    /// <inheritdoc/>
    public override string TypeName => "NoneType";

    /// <inheritdoc/>
    public override bool IsTrue => false;

    /// <inheritdoc/>
    public override string Representation => "None";
}
