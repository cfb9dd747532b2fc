namespace Codex.Formats.Toml;

/// <summary>A 64-bit integer.</summary>
public sealed class TomlInteger(long value) : TomlValue
{
    /// <summary>The number.</summary>
    public long Value { get; } = value;

    /// <inheritdoc/>
    public override string TypeName => "integer";
}
