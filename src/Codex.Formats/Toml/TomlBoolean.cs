namespace Codex.Formats.Toml;

/// <summary>A boolean.</summary>
public sealed class TomlBoolean(bool value) : TomlValue
{
    /// <summary>The value.</summary>
    public bool Value { get; } = value;

    /// <inheritdoc/>
    public override string TypeName => "boolean";
}
