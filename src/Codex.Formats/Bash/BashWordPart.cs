using System.Collections.Immutable;

namespace Codex.Formats.Bash;

/// <summary>A piece of a word.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text as written, without the quotes or the brackets around it; escapes stay.</param>
public sealed record BashWordPart(BashWordPartKind Kind, string Text)
{
    /// <summary>What stands between double quotes or in the braces of a parameter; empty for other kinds.</summary>
    public ImmutableArray<BashWordPart> Parts { get; init; } = [];

    /// <summary>The script of a substitution; null for other kinds, and for a substitution that could not be read.</summary>
    public BashScript? Script { get; init; }

    /// <summary>Whether it is in quotes of any kind.</summary>
    public bool IsQuotation =>
        Kind is BashWordPartKind.SingleQuoted or BashWordPartKind.DoubleQuoted or BashWordPartKind.AnsiQuoted or BashWordPartKind.LocaleQuoted;

    /// <summary>Whether it is text that means itself.</summary>
    public bool IsPlain => Kind switch
    {
        BashWordPartKind.Literal => !HoldsRange(Text),
        BashWordPartKind.SingleQuoted => true,
        BashWordPartKind.DoubleQuoted => Parts.All(static part => part.Kind is BashWordPartKind.Literal),
        _ => false,
    };

    /// <summary>The text as part of a word: a line that goes on behind a backslash goes on without a gap.</summary>
    internal string WordText => Kind is BashWordPartKind.Literal ? Text.Replace("\\\n", "", StringComparison.Ordinal) : Text;

    private static bool HoldsRange(ReadOnlySpan<char> text)
    {
        for (var open = text.IndexOf('{'); open >= 0; open = text.IndexOf('{'))
        {
            text = text[(open + 1)..];
            var first = CountDigits(text);
            if (first > 0 && text[first..].StartsWith("..") && CountDigits(text[(first + 2)..]) is > 0 and var last && text[(first + last + 2)..].StartsWith('}'))
                return true;
        }

        return false;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
