namespace Codex.Formats.Toml.Parsing;

/// <summary>Where an inline table is between its entries.</summary>
internal enum TomlInlineState
{
    Start,
    AfterValue,
    AfterComma,
}
