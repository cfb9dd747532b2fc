namespace Codex.Formats.Toml;

/// <summary>A key and its value in a <see cref="TomlTable"/>.</summary>
public sealed class TomlTableEntry
{
    internal TomlTableEntry(string key, TomlValue value, TomlSpan? keySpan)
    {
        Key = key;
        Value = value;
        KeySpan = keySpan;
    }

    /// <summary>The key, decoded.</summary>
    public string Key { get; }

    /// <summary>The value.</summary>
    public TomlValue Value { get; internal set; }

    /// <summary>Where the key was read; null when made by a program.</summary>
    public TomlSpan? KeySpan { get; }
}
