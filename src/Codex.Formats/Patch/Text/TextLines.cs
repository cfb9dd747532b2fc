namespace Codex.Formats.Patch.Text;

/// <summary>
/// The bytes of a file seen as lines of text. Text is only for finding places; what an edit keeps is copied as bytes, so
/// that a decoding that loses something never loses it in the file.
/// </summary>
internal sealed class TextLines
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly string _text;
    private readonly int[] _byteStarts;
    private readonly int[] _textStarts;

    private TextLines(ReadOnlyMemory<byte> bytes, TextCoding coding, string text)
    {
        _bytes = bytes;
        _text = text;
        Coding = coding;
        _byteStarts = coding.FindLines(bytes.Span);
        _textStarts = FindLines(text);
    }

    internal TextCoding Coding { get; }

    /// <summary>What follows the last line feed counts as a line unless it is empty.</summary>
    internal int Count => _byteStarts.Length - 1;

    /// <summary>
    /// The readings of a file in the order in which they are tried. A byte order mark is first taken for a part of line 1,
    /// as 0.136 does, then left out; bytes that are no UTF-8 are first read as the old Western encoding, then as U+FFFD.
    /// </summary>
    internal static IEnumerable<TextLines> Read(ReadOnlyMemory<byte> bytes)
    {
        foreach (var coding in TextCoding.Detect(bytes.Span))
            yield return new TextLines(bytes, coding, coding.Decode(bytes.Span));
    }

    /// <summary>A line without its line feed; a carriage return before it belongs to the line.</summary>
    internal ReadOnlySpan<char> this[int line]
    {
        get
        {
            var text = _text.AsSpan(_textStarts[line], _textStarts[line + 1] - _textStarts[line]);
            return text.EndsWith('\n') ? text[..^1] : text;
        }
    }

    /// <summary>The bytes before the first line: a byte order mark or nothing.</summary>
    internal ReadOnlySpan<byte> Preamble => _bytes.Span[.._byteStarts[0]];

    /// <summary>A line as it stands in the file, with its line end.</summary>
    internal ReadOnlySpan<byte> BytesOf(int line) => _bytes.Span[_byteStarts[line].._byteStarts[line + 1]];

    internal LineEnd EndOf(int line)
    {
        if (_text[_textStarts[line + 1] - 1] != '\n')
            return LineEnd.None;
        return this[line].EndsWith('\r') ? LineEnd.CarriageReturnLineFeed : LineEnd.LineFeed;
    }

    private static int[] FindLines(string text)
    {
        var starts = new int[text.AsSpan().Count('\n') + (text.Length == 0 || text[^1] == '\n' ? 1 : 2)];
        for (var line = 1; line < starts.Length; line++)
        {
            var feed = text.IndexOf('\n', starts[line - 1]);
            starts[line] = feed < 0 ? text.Length : feed + 1;
        }

        return starts;
    }
}
