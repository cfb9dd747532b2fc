using System.Globalization;
using System.Text;

namespace Codex.Formats.Toml;

/// <summary>Shows a place in a TOML source below a message, the way 0.136.0 does (<c>config/src/diagnostics.rs</c>).</summary>
public static class TomlErrorText
{
    /// <summary><c>file:line:column: message</c>, a gutter, the source line and carets under the span's part of that line.</summary>
    /// <param name="file">The file as shown to the user.</param>
    /// <param name="message">The reason.</param>
    /// <param name="span">The place.</param>
    /// <param name="source">The whole source; empty when it can no longer be read, which leaves the first line only.</param>
    public static string RenderFile(string file, string message, TomlSpan span, ReadOnlySpan<byte> source)
    {
        var start = TomlPosition.Locate(source, span.Start);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{file}:{start.Line}:{start.Column}: {message}\n");
        if (LineAt(source, start.Line) is { } line)
            AppendExcerpt(text, start, line.TrimEnd('\r'), CaretCount(source, span, start));
        return text.ToString().TrimEnd();
    }

    /// <summary>The form for texts without a file: <c>TOML parse error at line L, column C</c>, the excerpt, then the message.</summary>
    public static string Render(string message, TomlSpan span, ReadOnlySpan<byte> source)
    {
        var start = TomlPosition.Locate(source, span.Start);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"TOML parse error at line {start.Line}, column {start.Column}\n");
        AppendExcerpt(text, start, LineAt(source, start.Line) ?? "", CaretCount(source, span, start));
        return text.Append(message).Append('\n').ToString();
    }

    private static void AppendExcerpt(StringBuilder text, TomlPosition start, string line, int carets)
    {
        var number = start.Line.ToString(CultureInfo.InvariantCulture);
        text.Append(' ', number.Length).Append(" |\n");
        text.Append(number).Append(" | ").Append(line).Append('\n');
        text.Append(' ', number.Length).Append(" | ").Append(' ', start.Column - 1).Append('^', carets).Append('\n');
    }

    private static int CaretCount(ReadOnlySpan<byte> source, TomlSpan span, TomlPosition start)
    {
        var end = TomlPosition.Locate(source, span.End > span.Start ? span.End - 1 : span.End);
        return end.Line == start.Line && end.Column >= start.Column ? end.Column - start.Column + 1 : 1;
    }

    private static string? LineAt(ReadOnlySpan<byte> source, int line)
    {
        for (var current = 1; ; current++)
        {
            var end = source.IndexOf((byte)'\n');
            if (current == line)
                return source.IsEmpty ? null : Encoding.UTF8.GetString(end < 0 ? source : source[..end]);
            if (end < 0)
                return null;
            source = source[(end + 1)..];
        }
    }
}
