namespace Codex.Formats.Toml.Syntax;

/// <summary>A <c>key = value</c> line with everything around it. The parts joined are the source, byte for byte.</summary>
internal sealed class TomlSyntaxEntry
{
    /// <summary>Blank lines, comments and indentation in front.</summary>
    public required string Leading { get; set; }

    /// <summary>The key as written.</summary>
    public required string Key { get; init; }

    /// <summary>The key's parts, decoded.</summary>
    public required IReadOnlyList<string> Path { get; init; }

    /// <summary>The equals sign with its blanks.</summary>
    public required string Separator { get; init; }

    /// <summary>The value as written.</summary>
    public required string Value { get; set; }

    /// <summary>Blanks, comment and line break behind.</summary>
    public required string Trailing { get; set; }
}
