using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Codex.ExecServer.Rpc;

/// <summary>Standard base64 with padding, read as strictly as the original reads it and with its words for what is wrong.</summary>
internal static class Base64Text
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private static readonly SearchValues<char> s_symbols = SearchValues.Create(Alphabet);

    /// <summary>The bytes; or what is wrong.</summary>
    public static bool TryDecode(string text, [NotNullWhen(true)] out byte[]? bytes, [NotNullWhen(false)] out string? problem)
    {
        problem = Problem(text);
        bytes = problem is null ? Convert.FromBase64String(text) : null;
        return bytes is not null;
    }

    private static string? Problem(string text)
    {
        var symbols = text.AsSpan().TrimEnd('=');
        var wrong = symbols.IndexOfAnyExcept(s_symbols);
        if (wrong >= 0)
            return WrongSymbol(text, wrong);
        if (text.Length - symbols.Length > 2 || (symbols.Length % 4 is 0 or 1 && symbols.Length < text.Length))
            return WrongSymbol(text, symbols.Length);
        if (symbols.Length % 4 == 1)
            return $"Invalid input length: {symbols.Length}";
        if (text.Length % 4 != 0)
            return "Invalid padding";
        return HasSpareBits(symbols) ? $"Invalid last symbol {(int)symbols[^1]}, offset {symbols.Length - 1}." : null;
    }

    private static string WrongSymbol(string text, int at) =>
        $"Invalid symbol {System.Text.Encoding.UTF8.GetBytes(text, at, 1)[0]}, offset {System.Text.Encoding.UTF8.GetByteCount(text.AsSpan(0, at))}.";

    private static bool HasSpareBits(ReadOnlySpan<char> symbols)
    {
        var spare = (symbols.Length % 4) switch { 2 => 15, 3 => 3, _ => 0 };
        return spare != 0 && (Alphabet.IndexOf(symbols[^1], StringComparison.Ordinal) & spare) != 0;
    }
}
