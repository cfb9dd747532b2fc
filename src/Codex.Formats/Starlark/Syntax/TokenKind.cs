namespace Codex.Formats.Starlark.Syntax;

/// <summary>The kinds of tokens.</summary>
internal enum TokenKind
{
    Name,
    Keyword,
    Symbol,
    Integer,
    Float,
    Text,
    FormatText,
    NewLine,
    Indent,
    Dedent,
    End,
}
