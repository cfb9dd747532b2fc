using System.Collections.Immutable;
using System.Text;
using Codex.Formats.Starlark.Values;

namespace Codex.Formats.Starlark.Syntax;

/// <summary>Takes format strings apart: only names may stand in their braces.</summary>
internal static class FormatTextParser
{
    public static Expression.Format Read(StarlarkSource source, Token token)
    {
        var parts = ImmutableArray.CreateBuilder<Expression>();
        var text = new StringBuilder();
        for (var position = 0; position < token.Text.Length; position++)
        {
            var character = token.Text[position];
            if (character is '{' or '}' && position + 1 < token.Text.Length && token.Text[position + 1] == character)
            {
                text.Append(character);
                position++;
            }
            else if (character is '{')
            {
                parts.Add(Flush(token.Span, text));
                parts.Add(ReadName(source, token, ref position));
            }
            else
            {
                text.Append(character is '}' ? throw Fail(source, token, "Standalone '}' in format string `}`") : character);
            }
        }

        parts.Add(Flush(token.Span, text));
        return new Expression.Format(token.Span, parts.DrainToImmutable());
    }

    private static Expression.Constant Flush(StarlarkSpan span, StringBuilder text)
    {
        var constant = new Expression.Constant(span, new StarlarkText(text.ToString()));
        text.Clear();
        return constant;
    }

    private static Expression.Name ReadName(StarlarkSource source, Token token, ref int position)
    {
        var end = token.Text.IndexOf('}', position);
        if (end < 0)
            throw Fail(source, token, "Unmatched '{' in format string");
        var name = token.Text[(position + 1)..end];
        // Behind the prefix and the quote; escapes before it would shift it, as they do in the original.
        var start = token.Span.Start + 2 + position + 1;
        position = end;
        var isName = name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_');
        return isName
            ? new Expression.Name(new StarlarkSpan(start, start + name.Length), name)
            : throw new StarlarkException($"Not a valid identifier: `{name}`", source, new StarlarkSpan(start, start + name.Length), []);
    }

    private static StarlarkException Fail(StarlarkSource source, Token token, string message) => new(message, source, token.Span, []);
}
