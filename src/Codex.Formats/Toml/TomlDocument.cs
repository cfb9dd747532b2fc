using System.Text;
using Codex.Formats.Toml.Syntax;

namespace Codex.Formats.Toml;

/// <summary>
/// A TOML file that can be changed without touching what the change does not name: comments, blank lines, quoting, line ends stay byte for byte.
/// Not thread-safe.
/// </summary>
public sealed class TomlDocument
{
    private readonly TomlDocumentEditor _editor;

    private TomlDocument(TomlDocumentEditor editor) => _editor = editor;

    /// <summary>Parses UTF-8 text.</summary>
    /// <exception cref="TomlException">The text is not TOML.</exception>
    public static TomlDocument Parse(ReadOnlySpan<byte> source)
    {
        var bytes = source.ToArray();
        var builder = new TomlSyntaxBuilder(bytes);
        TomlParser.Parse(bytes, TomlParseOptions.Default, builder);
        var newLine = source.IndexOf("\r\n"u8) is >= 0 and var crlf && crlf < source.IndexOf((byte)'\n') ? "\r\n" : "\n";
        var rest = builder.TakeRest();
        return new TomlDocument(new TomlDocumentEditor(builder.Sections, rest, newLine));
    }

    /// <summary>Parses text held as a string.</summary>
    /// <exception cref="TomlException">The text is not TOML.</exception>
    public static TomlDocument Parse(string source) => Parse(Encoding.UTF8.GetBytes(source));

    /// <summary>
    /// Sets a value. An existing value is replaced in place and keeps its key, spacing and trailing comment; a new key goes behind the last one of its
    /// table, a new table behind its relatives or at the end. A table as value replaces the whole table.
    /// </summary>
    /// <param name="path">Keys from the root, at least one.</param>
    /// <param name="value">The new value; scalars and arrays are written on one line, tables as sections.</param>
    public void Set(IReadOnlyList<string> path, TomlValue value) => _editor.Set(path, value);

    /// <summary>Removes a value or a table with all below it, together with the comment lines directly above. False when there was none.</summary>
    public bool Remove(IReadOnlyList<string> path) => _editor.Remove(path);

    /// <summary>Makes sure that a table has a header of its own; inline values in its place become one.</summary>
    public void MakeExplicitTable(IReadOnlyList<string> path) => _editor.MakeExplicitTable(path);

    /// <summary>The values as they are now.</summary>
    public TomlTable ToTable() => TomlParser.Parse(ToUtf8());

    /// <summary>The text; equal to the parsed text when nothing was changed.</summary>
    public override string ToString() => _editor.Render();

    /// <summary>The text as UTF-8.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(ToString());
}
