using System.Buffers;

namespace Codex.Formats.Toml.Parsing;

/// <summary>Character classes and token ends.</summary>
internal static class TomlCharacters
{
    /// <summary>What an unquoted key may consist of.</summary>
    public static SearchValues<byte> BareKey { get; } =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"u8);

    /// <summary>What ends an unquoted run.</summary>
    public static SearchValues<byte> AtomEnd { get; } = SearchValues.Create(".=,[]{}# \t\r\n"u8);

    /// <summary>Length of a one-line string token: up to and with its closing quote, or to the line feed.</summary>
    public static int SingleLineTokenLength(ReadOnlySpan<byte> text, byte quote)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == quote)
                return i + 1;
            if (text[i] == '\n')
                return i;
            if (text[i] == '\\' && quote == '"' && i + 1 < text.Length && text[i + 1] != '\n')
                i++;
        }

        return text.Length;
    }

    /// <summary>Length of a multi-line string token; up to two quotes may stand directly before the closing three.</summary>
    public static int MultilineTokenLength(ReadOnlySpan<byte> text, byte quote)
    {
        for (var i = 3; i < text.Length; i++)
        {
            if (text[i] == '\\' && quote == '"')
            {
                i++;
                continue;
            }

            if (text[i] != quote || !text[i..].StartsWith([quote, quote, quote]))
                continue;
            var end = i + 3;
            for (var extra = 0; extra < 2 && end < text.Length && text[end] == quote; extra++)
                end++;
            return end;
        }

        return text.Length;
    }
}
