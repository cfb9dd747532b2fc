namespace Codex.Formats.Toml.Syntax;

/// <summary>Works on the text between entries.</summary>
internal static class TomlTrivia
{
    /// <summary>What stays of the text in front of an entry when the entry goes: everything down to the last blank line.</summary>
    public static string WithoutAttachedComments(string leading)
    {
        var keep = 0;
        var lineStart = 0;
        for (var i = 0; i < leading.Length; i++)
        {
            if (leading[i] != '\n')
                continue;
            if (leading.AsSpan(lineStart, i - lineStart).Trim().IsEmpty)
                keep = i + 1;
            lineStart = i + 1;
        }

        return leading[..keep];
    }

    /// <summary>Joins the rest of a removed entry's trivia with the next one's; two blank borders become one.</summary>
    public static string Join(string kept, string next)
    {
        if (string.IsNullOrWhiteSpace(kept) && (next.StartsWith('\n') || next.StartsWith("\r\n", StringComparison.Ordinal)))
            return next;
        return kept + next;
    }
}
