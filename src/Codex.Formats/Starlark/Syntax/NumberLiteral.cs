using System.Globalization;

namespace Codex.Formats.Starlark.Syntax;

/// <summary>Reads numbers.</summary>
internal static class NumberLiteral
{
    public static Token Read(StarlarkSource source, int start)
    {
        var end = start;
        var text = source.Text;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' || (text[end] is '+' or '-' && text[end - 1] is 'e' or 'E' && !IsHexadecimal(text, start))))
            end++;
        var span = new StarlarkSpan(start, end);
        var word = text[start..end];
        if (TryParse(word, out var value))
            return new Token(TokenKind.Integer, value.ToString(CultureInfo.InvariantCulture), span);
        if (word is ['0', >= '0' and <= '9', ..] && !word.AsSpan().ContainsAnyExceptInRange('0', '9'))
            throw new StarlarkException($"Parse error: integer cannot have leading 0, got `{word}`", source, span, []);
        if (double.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _))
            return new Token(TokenKind.Float, word, span);
        throw new StarlarkException($"Parse error: invalid input `{word}`", source, span, []);
    }

    private static bool IsHexadecimal(string text, int start) => text.AsSpan(start).StartsWith("0x", StringComparison.OrdinalIgnoreCase);

    private static bool TryParse(string word, out long value)
    {
        var digits = word.AsSpan(Math.Min(2, word.Length));
        return word switch
        {
            ['0', 'x' or 'X', ..] => long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && value >= 0,
            ['0', 'b' or 'B', ..] => long.TryParse(digits, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture, out value) && value >= 0,
            ['0', 'o' or 'O', ..] => TryParseOctal(digits, out value),
            ['0', _, ..] => Refuse(out value),
            _ => long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out value),
        };
    }

    private static bool TryParseOctal(ReadOnlySpan<char> digits, out long value)
    {
        value = 0;
        if (digits.IsEmpty || digits.Length > 20 || digits.ContainsAnyExceptInRange('0', '7'))
            return false;
        foreach (var digit in digits)
            value = (value << 3) | (uint)(digit - '0');
        return true;
    }

    private static bool Refuse(out long value)
    {
        value = 0;
        return false;
    }
}
