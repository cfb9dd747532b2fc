namespace Codex.Formats.Ignore;

/// <summary>Compares one component of a path with a glob, in time proportional to the product of their lengths at most.</summary>
public static class SegmentGlob
{
    /// <summary>Whether the component fits: <c>*</c> any text, <c>?</c> any character, <c>[…]</c> one of a set, a backslash the next character itself.</summary>
    public static bool Fits(ReadOnlySpan<char> glob, ReadOnlySpan<char> text)
    {
        var (position, index, star, resume) = (0, 0, -1, 0);
        while (index < text.Length)
        {
            if (position < glob.Length && glob[position] is '*')
            {
                (star, resume) = (position++, index);
            }
            else if (position < glob.Length && TakeOne(glob, position, text[index]) is >= 0 and var next)
            {
                position = next;
                index++;
            }
            else if (star >= 0)
            {
                (position, index) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return glob[position..].TrimStart('*').IsEmpty;
    }

    /// <summary>Where the glob goes on behind what stands for the character; -1 when the character does not fit.</summary>
    private static int TakeOne(ReadOnlySpan<char> glob, int position, char character) => glob[position] switch
    {
        '?' => position + 1,
        '[' => TakeSet(glob, position + 1, character),
        '\\' => position + 1 < glob.Length && glob[position + 1] == character ? position + 2 : -1,
        var literal => literal == character ? position + 1 : -1,
    };

    private static int TakeSet(ReadOnlySpan<char> glob, int position, char character)
    {
        var isNegated = position < glob.Length && glob[position] is '!' or '^';
        position += isNegated ? 1 : 0;
        var isIn = false;
        for (var first = position; position < glob.Length && (glob[position] is not ']' || position == first);)
            isIn |= TakeMember(glob, ref position, character);
        return position < glob.Length && isIn != isNegated ? position + 1 : -1;
    }

    private static bool TakeMember(ReadOnlySpan<char> glob, ref int position, char character)
    {
        if (glob[position..].StartsWith("[:") && glob[(position + 2)..].IndexOf(":]") is >= 0 and var length)
        {
            var name = glob.Slice(position + 2, length);
            position += length + 4;
            return IsOfClass(name, character);
        }

        var low = TakeCharacter(glob, ref position);
        if (position + 1 >= glob.Length || glob[position] is not '-' || glob[position + 1] is ']')
            return character == low;
        position++;
        return character >= low && character <= TakeCharacter(glob, ref position);
    }

    private static char TakeCharacter(ReadOnlySpan<char> glob, ref int position)
    {
        position += glob[position] is '\\' && position + 1 < glob.Length ? 1 : 0;
        return glob[position++];
    }

    private static bool IsOfClass(ReadOnlySpan<char> name, char character) => name switch
    {
        "alpha" => char.IsAsciiLetter(character),
        "digit" => char.IsAsciiDigit(character),
        "alnum" => char.IsAsciiLetterOrDigit(character),
        "upper" => char.IsAsciiLetterUpper(character),
        "lower" => char.IsAsciiLetterLower(character),
        "xdigit" => char.IsAsciiHexDigit(character),
        "space" => character is ' ' or >= '\t' and <= '\r',
        "blank" => character is ' ' or '\t',
        "punct" => char.IsAscii(character) && (char.IsPunctuation(character) || char.IsSymbol(character)),
        _ => false,
    };
}
