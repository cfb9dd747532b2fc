using System.Collections.Immutable;

namespace Codex.Formats.Bash;

/// <summary>A word of a script.</summary>
/// <param name="Raw">As written.</param>
/// <param name="Parts">What it is put together from.</param>
public sealed record BashWord(string Raw, ImmutableArray<BashWordPart> Parts)
{
    /// <summary>Whether it is one piece without quotes or expansions.</summary>
    public bool IsBare => Parts is [{ Kind: BashWordPartKind.Literal }];

    /// <summary>Whether any of it is quoted.</summary>
    public bool IsQuoted => Parts.Any(static part => part.IsQuotation) || Raw.Contains('\\', StringComparison.Ordinal);

    /// <summary>
    /// The word without its quotes, escapes kept; null when a shell would expand something in it, or when it is nothing but several
    /// pairs of quotes. Patterns and braces count as text, ranges of numbers in braces do not.
    /// </summary>
    public string? PlainText
    {
        get
        {
            if (!Parts.All(static part => part.IsPlain))
                return null;
            var text = Parts is [var only] ? only.WordText : string.Concat(Parts.Select(static part => part.WordText));
            return text.Length is 0 && Parts.Length > 1 ? null : text;
        }
    }
}
