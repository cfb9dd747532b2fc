using System.Globalization;
using System.Text;

namespace Codex.Formats.Starlark.Syntax;

/// <summary>Reads strings.</summary>
internal static class TextLiteral
{
    /// <param name="source">The program.</param>
    /// <param name="start">Where the literal starts, its prefix included.</param>
    /// <param name="quote">Where its first quote stands.</param>
    /// <param name="isRaw">Whether backslashes mean themselves.</param>
    /// <param name="isFormat">Whether names in braces are replaced.</param>
    public static Token Read(StarlarkSource source, int start, int quote, bool isRaw, bool isFormat)
    {
        var text = source.Text;
        var mark = text[quote];
        var isLong = quote + 2 < text.Length && text[quote + 1] == mark && text[quote + 2] == mark;
        var end = isLong ? new string(mark, 3) : mark.ToString();
        var value = new StringBuilder();
        var position = quote + end.Length;
        while (!text.AsSpan(Math.Min(position, text.Length)).StartsWith(end))
        {
            if (position >= text.Length || (!isLong && text[position] is '\n'))
                throw new StarlarkException("Parse error: unfinished string literal", source, new StarlarkSpan(start, Math.Min(position, text.Length)), []);
            position = text[position] is '\\' && position + 1 < text.Length
                ? isRaw ? ReadRawEscape(text, position, value) : ReadEscape(text, position, value)
                : Append(value, text[position], position + 1);
        }

        return new Token(isFormat ? TokenKind.FormatText : TokenKind.Text, value.ToString(), new StarlarkSpan(start, position + end.Length));
    }

    private static int ReadRawEscape(string text, int position, StringBuilder value)
    {
        value.Append('\\').Append(text[position + 1]);
        return position + 2;
    }

    private static int ReadEscape(string text, int position, StringBuilder value)
    {
        var next = position + 2;
        switch (text[position + 1])
        {
            case '\n':
                return next;
            case '\r' when next < text.Length && text[next] is '\n':
                return next + 1;
            case 'n':
                return Append(value, '\n', next);
            case 't':
                return Append(value, '\t', next);
            case 'r':
                return Append(value, '\r', next);
            case '0':
                return Append(value, '\0', next);
            case '\\' or '\'' or '"':
                return Append(value, text[position + 1], next);
            case 'x' when TryReadCode(text, next, 2, value):
                return next + 2;
            case 'u' when TryReadCode(text, next, 4, value):
                return next + 4;
            case 'U' when TryReadCode(text, next, 8, value):
                return next + 8;
            default:
                return ReadRawEscape(text, position, value);
        }
    }

    private static bool TryReadCode(string text, int start, int digits, StringBuilder value)
    {
        if (start + digits > text.Length
            || !int.TryParse(text.AsSpan(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || !Rune.IsValid(code))
            return false;
        value.Append(new Rune(code).ToString());
        return true;
    }

    private static int Append(StringBuilder value, char character, int position)
    {
        value.Append(character);
        return position;
    }
}
