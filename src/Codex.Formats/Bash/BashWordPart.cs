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

    private static bool HoldsRange(ReadOnlySpan<char> text)
    {
        for (var dots = text.IndexOf(".."); dots > 0; dots = text.IndexOf(".."))
        {
            var open = text[..dots].LastIndexOf('{');
            var close = text[dots..].IndexOf('}');
            if (open >= 0 && close > 2 && IsNumber(text[(open + 1)..dots]) && IsNumber(text.Slice(dots + 2, close - 2)))
                return true;
            text = text[(dots + 2)..];
        }

        return false;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
