namespace Codex.Formats.Toml.Syntax;

/// <summary>A table header and the entries below it; the part before the first header has an empty one.</summary>
internal sealed class TomlSyntaxSection
{
    /// <summary>Blank lines, comments and indentation in front of the header.</summary>
    public string Leading { get; set; } = "";

    /// <summary>The header as written, brackets included.</summary>
    public string Header { get; init; } = "";

    /// <summary>Blanks, comment and line break behind the header.</summary>
    public string Trailing { get; set; } = "";

    /// <summary>The header's parts, decoded.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>Whether it is an element of an array of tables.</summary>
    public bool IsArrayElement { get; init; }

    /// <summary>The entries in order.</summary>
    public List<TomlSyntaxEntry> Entries { get; } = [];
}
