namespace Codex.Formats.Text;

/// <summary>Counts lines: every line feed ends one, and text after the last line feed is one more.</summary>
public static class LineCount
{
    /// <summary>The lines of a text; zero when it is empty.</summary>
    public static int Of(ReadOnlySpan<byte> utf8) =>
        utf8.Count((byte)'\n') + (utf8.IsEmpty || utf8[^1] == (byte)'\n' ? 0 : 1);

    /// <summary>The lines of a text; zero when it is empty.</summary>
    public static int Of(ReadOnlySpan<char> text) =>
        text.Count('\n') + (text.IsEmpty || text[^1] == '\n' ? 0 : 1);
}
