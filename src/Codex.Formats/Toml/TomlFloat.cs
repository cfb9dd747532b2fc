namespace Codex.Formats.Toml;

/// <summary>A double-precision number, possibly infinite or not a number.</summary>
public sealed class TomlFloat(double value) : TomlValue
{
    /// <summary>The number.</summary>
    public double Value { get; } = value;

    /// <inheritdoc/>
    public override string TypeName => "float";
}
