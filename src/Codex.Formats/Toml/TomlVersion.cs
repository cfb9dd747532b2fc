namespace Codex.Formats.Toml;

/// <summary>Which edition of the language is accepted.</summary>
public enum TomlVersion
{
    /// <summary>TOML 1.0.0.</summary>
    V10,

    /// <summary>
    /// TOML 1.1: also line breaks and a trailing comma in inline tables, <c>\e</c> and <c>\xHH</c>, times without seconds.
    /// This is what configuration files of 0.136.0 may use.
    /// </summary>
    V11,
}
