using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Syntax;

/// <summary>A token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written; the decoded text of strings.</param>
/// <param name="Span">Where it is.</param>
internal readonly record struct Token(TokenKind Kind, string Text, StarlarkSpan Span)
{
    public bool Is(string word) => Kind is TokenKind.Keyword or TokenKind.Symbol && Text == word;

    /// <summary>The token as errors call it.</summary>
    public string Describe() => Kind switch
    {
        TokenKind.Name => $"identifier '{Text}'",
        TokenKind.Keyword => $"keyword '{Text}'",
        TokenKind.Symbol => $"symbol '{Text}'",
        TokenKind.Integer => $"integer literal '{Text}'",
        TokenKind.Float => $"float literal '{Text}'",
        TokenKind.Text => $"string literal {new StarlarkText(Text).Representation}",
        TokenKind.FormatText => $"f-string {new StarlarkText(Text).Representation}",
        TokenKind.Indent => "new indentation block",
        TokenKind.Dedent => "end of indentation block",
        _ => "new line",
    };
}
