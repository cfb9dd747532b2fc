using System.Buffers;
using System.Runtime.CompilerServices;

namespace Codex.Formats.Json;

/// <summary>Which characters a JSON string must escape and how: quote, backslash and the controls below U+0020, nothing else.</summary>
internal static class JsonEscape
{
    /// <summary>The longest escape: a backslash, <c>u</c> and four digits.</summary>
    public const int MaximumLength = 6;

    private const string Escaped =
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f";

    /// <summary>The bytes that need an escape.</summary>
    public static readonly SearchValues<byte> Bytes = SearchValues.Create(
        [
            (byte)'"', (byte)'\\', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
            16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
        ]);

    /// <summary>The UTF-16 units that need an escape.</summary>
    public static readonly SearchValues<char> Chars = SearchValues.Create(Escaped);

    /// <summary>Whether the scalar value needs an escape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Needs(int scalar) => scalar is < 0x20 or '"' or '\\';

    /// <summary>Writes the escape of <paramref name="scalar"/>; returns its length, 0 when it does not fit.</summary>
    public static int TryWrite(int scalar, Span<char> destination)
    {
        Span<byte> escape = stackalloc byte[MaximumLength];
        var length = TryWrite(scalar, escape);
        if (length > destination.Length)
            return 0;
        for (var i = 0; i < length; i++)
            destination[i] = (char)escape[i];
        return length;
    }

    /// <summary>Writes the escape of <paramref name="scalar"/>; returns its length, 0 when it does not fit.</summary>
    public static int TryWrite(int scalar, Span<byte> destination)
    {
        var letter = Letter(scalar);
        var length = letter == 0 ? MaximumLength : 2;
        if (length > destination.Length)
            return 0;
        destination[0] = (byte)'\\';
        if (letter != 0)
            destination[1] = letter;
        else
            WriteHexadecimal(scalar, destination);
        return length;
    }

    private static byte Letter(int scalar) => scalar switch
    {
        '"' => (byte)'"',
        '\\' => (byte)'\\',
        '\b' => (byte)'b',
        '\t' => (byte)'t',
        '\n' => (byte)'n',
        '\f' => (byte)'f',
        '\r' => (byte)'r',
        _ => 0,
    };

    private static void WriteHexadecimal(int scalar, Span<byte> destination)
    {
        "u00"u8.CopyTo(destination[1..]);
        destination[4] = "0123456789abcdef"u8[scalar >> 4];
        destination[5] = "0123456789abcdef"u8[scalar & 15];
    }
}
