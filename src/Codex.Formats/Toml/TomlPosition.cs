namespace Codex.Formats.Toml;

/// <summary>A place in a text as people count: lines and characters (Unicode scalars), both from 1.</summary>
/// <param name="Line">Line, 1-based.</param>
/// <param name="Column">Column in characters, 1-based; a byte order mark counts as one.</param>
public readonly record struct TomlPosition(int Line, int Column)
{
    /// <summary>The position of a byte offset; an offset at the end stands one past the last character.</summary>
    public static TomlPosition Locate(ReadOnlySpan<byte> source, int offset)
    {
        if (source.IsEmpty)
            return new TomlPosition(1, 1);
        var index = Math.Min(offset, source.Length - 1);
        var lineStart = source[..index].LastIndexOf((byte)'\n') + 1;
        var line = source[..lineStart].Count((byte)'\n') + 1;
        return new TomlPosition(line, CountCharacters(source[lineStart..(index + 1)]) + (offset - index));
    }

    private static int CountCharacters(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var unit in utf8)
            count += (unit & 0xc0) == 0x80 ? 0 : 1;
        return count;
    }
}
