using System.Text;

namespace Codex.Formats.Toml.Syntax;

/// <summary>Changes the text of an inline table; what is not named keeps its spelling.</summary>
internal static class TomlInlineEditor
{
    private const string Prefix = "x=";

    public static bool IsTable(string value) => value.StartsWith('{');

    public static string Set(string text, IReadOnlyList<string> path, TomlValue value)
    {
        var (bytes, table) = Parse(text);
        var depth = 0;
        while (depth < path.Count - 1 && table.TryGetValue(path[depth], out var next) && next is TomlTable inner)
        {
            table = inner;
            depth++;
        }

        var entry = table.FindEntry(path[depth]);
        if (entry?.Value.Span is { } span && depth == path.Count - 1)
            return Splice(bytes, span, TomlText.FormatValue(value));
        var added = TomlText.FormatPath(path.Skip(depth)) + " = " + TomlText.FormatValue(value);
        return Insert(bytes, table, added);
    }

    public static bool TryRemove(string text, IReadOnlyList<string> path, out string changed)
    {
        var (bytes, table) = Parse(text);
        changed = text;
        for (var depth = 0; depth < path.Count - 1; depth++)
        {
            if (!table.TryGetValue(path[depth], out var next) || next is not TomlTable inner)
                return false;
            table = inner;
        }

        var index = table.IndexOf(path[^1]);
        if (index < 0)
            return false;
        changed = Splice(bytes, RangeOf(table, index), "");
        return true;
    }

    private static (byte[] Bytes, TomlTable Table) Parse(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(Prefix + text);
        return (bytes, (TomlTable)TomlParser.Parse(bytes)["x"]);
    }

    private static string Splice(byte[] bytes, TomlSpan span, string text) =>
        Encoding.UTF8.GetString(bytes, Prefix.Length, span.Start - Prefix.Length) + text + Encoding.UTF8.GetString(bytes.AsSpan(span.End));

    private static string Insert(byte[] bytes, TomlTable table, string added)
    {
        if (table.Span is not { } span || table.Origin == TomlTableOrigin.Dotted)
            span = new TomlSpan(Prefix.Length, bytes.Length);
        if (table.Count == 0)
            return Splice(bytes, span, "{ " + added + " }");
        var end = table.Entries[^1].Value.Span?.End ?? span.End - 1;
        return Splice(bytes, TomlSpan.At(end), ", " + added);
    }

    /// <summary>The entry with the comma that separates it: the one in front, or the one behind for the first entry.</summary>
    private static TomlSpan RangeOf(TomlTable table, int index)
    {
        var entry = table.Entries[index];
        var end = entry.Value.Span!.Value.End;
        if (index > 0)
            return new TomlSpan(table.Entries[index - 1].Value.Span!.Value.End, end);
        if (table.Count > 1)
            return new TomlSpan(entry.KeySpan!.Value.Start, table.Entries[1].KeySpan!.Value.Start);
        return new TomlSpan(entry.KeySpan!.Value.Start, end);
    }
}
