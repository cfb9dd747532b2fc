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
    private readonly TomlElementEditor _elements;

    private TomlDocument(List<TomlSyntaxSection> sections, string rest, string newLine)
    {
        _editor = new TomlDocumentEditor(sections, rest, newLine);
        _elements = new TomlElementEditor(sections, _editor);
    }

    /// <summary>Parses UTF-8 text.</summary>
    /// <exception cref="TomlException">The text is not TOML.</exception>
    public static TomlDocument Parse(ReadOnlySpan<byte> source)
    {
        var bytes = source.ToArray();
        var builder = new TomlSyntaxBuilder(bytes);
        TomlParser.Parse(bytes, TomlParseOptions.Default, builder);
        var newLine = source.IndexOf("\r\n"u8) is >= 0 and var crlf && crlf < source.IndexOf((byte)'\n') ? "\r\n" : "\n";
        var rest = builder.TakeRest();
        return new TomlDocument(builder.Sections, rest, newLine);
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

    /// <summary>
    /// Adds a table to an array: to the list in brackets when it is written so, else as a further <c>[[path]]</c> behind the others or at the end.
    /// </summary>
    /// <param name="path">The array; made when it is not there.</param>
    /// <param name="element">The table.</param>
    /// <param name="inline">Whether an array that is not there yet is written in brackets.</param>
    public void AddElement(IReadOnlyList<string> path, TomlTable element, bool inline = false) => _elements.Add(path, element, inline);

    /// <summary>Sets a key of one table of an array, whichever way the array is written.</summary>
    public void SetInElement(IReadOnlyList<string> path, int index, string key, TomlValue value) => _elements.SetIn(path, index, key, value);

    /// <summary>Removes one table of an array; the last one takes the array along.</summary>
    public void RemoveElement(IReadOnlyList<string> path, int index) => _elements.Remove(path, index);

    /// <summary>The values as they are now.</summary>
    public TomlTable ToTable() => TomlParser.Parse(ToUtf8());

    /// <summary>The text; equal to the parsed text when nothing was changed.</summary>
    public override string ToString() => _editor.Render();

    /// <summary>The text as UTF-8.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(ToString());
}
