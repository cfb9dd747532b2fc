namespace Codex.Formats.Toml;

/// <summary>A string.</summary>
public sealed class TomlString(string value) : TomlValue
{
    /// <summary>The text.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override string TypeName => "string";
}
