namespace Codex.Formats.Patch;

/// <summary>
/// Reads the text of a patch. Space around the patch and around its first and last line is ignored, and a here-document
/// wrapper that reached us as text (<c>&lt;&lt;'EOF'</c> … <c>EOF</c>) is taken off.
/// </summary>
public static class PatchParser
{
    /// <summary>Parses a patch up to its first fault.</summary>
    public static PatchParseResult Parse(string text)
    {
        ArraySegment<string> lines = SplitLines(text.AsSpan().Trim());
        var error = CheckFrame(lines);
        if (error is not null && IsHeredoc(lines))
        {
            lines = lines[1..^1];
            error = CheckFrame(lines);
        }

        return error is null ? new PatchReader(lines[1..^1]).Read(string.Join('\n', lines.AsEnumerable())) : new PatchParseResult(error);
    }

    private static PatchParseError? CheckFrame(ArraySegment<string> lines)
    {
        if (lines.Count > 0 && !lines[0].AsSpan().Trim().SequenceEqual(PatchMarkers.Begin))
            return new PatchParseError("The first line of the patch must be '*** Begin Patch'", null);
        return lines.Count > 0 && lines[^1].AsSpan().Trim().SequenceEqual(PatchMarkers.End)
            ? null
            : new PatchParseError("The last line of the patch must be '*** End Patch'", null);
    }

    private static bool IsHeredoc(ArraySegment<string> lines) =>
        lines.Count >= 4
        && lines[0] is "<<EOF" or "<<'EOF'" or "<<\"EOF\""
        && lines[^1].EndsWith("EOF", StringComparison.Ordinal);

    private static string[] SplitLines(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return [];
        var lines = new string[text.Count('\n') + 1];
        for (var index = 0; index < lines.Length; index++)
        {
            var end = text.IndexOf('\n');
            var line = end < 0 ? text : text[..end];
            lines[index] = (line.EndsWith('\r') && end >= 0 ? line[..^1] : line).ToString();
            text = text[(end + 1)..];
        }

        return lines;
    }
}
