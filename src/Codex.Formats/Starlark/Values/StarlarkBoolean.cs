namespace Codex.Formats.Starlark.Values;

/// <summary><c>True</c> or <c>False</c>.</summary>
public sealed class StarlarkBoolean : StarlarkValue
{
    private static readonly StarlarkBoolean s_true = new(true);
    private static readonly StarlarkBoolean s_false = new(false);

    private StarlarkBoolean(bool value) => IsTrue = value;

    /// <inheritdoc/>
    public override string TypeName => "bool";

    /// <inheritdoc/>
    public override bool IsTrue { get; }

    /// <inheritdoc/>
    public override string Representation => IsTrue ? "True" : "False";

    /// <summary>The value.</summary>
    public static StarlarkBoolean Of(bool value) => value ? s_true : s_false;
}
