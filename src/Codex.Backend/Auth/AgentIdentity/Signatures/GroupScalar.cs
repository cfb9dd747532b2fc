namespace Codex.Backend.Auth.AgentIdentity.Signatures;

/// <summary>Arithmetic modulo the order of the base point of Ed25519.</summary>
internal static class GroupScalar
{
    private const int Size = 32;

    private static ReadOnlySpan<byte> Order =>
    [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];

    /// <summary>Reduces 64 bytes to 32, lowest first.</summary>
    public static byte[] Reduce(ReadOnlySpan<byte> wide)
    {
        Span<long> digits = stackalloc long[2 * Size];
        for (var index = 0; index < wide.Length; index++)
            digits[index] = wide[index];
        return Reduce(digits);
    }

    /// <summary><paramref name="addend"/> + <paramref name="left"/> · <paramref name="right"/>; all of 32 bytes.</summary>
    public static byte[] MultiplyAdd(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, ReadOnlySpan<byte> addend)
    {
        Span<long> digits = stackalloc long[2 * Size];
        for (var index = 0; index < Size; index++)
            digits[index] = addend[index];
        for (var low = 0; low < Size; low++)
        {
            for (var high = 0; high < Size; high++)
                digits[low + high] += left[low] * (long)right[high];
        }

        return Reduce(digits);
    }

    // The order is 2^252 and a number of 125 bits: a high digit is taken off by 16 times the order, 32 places lower.
    private static byte[] Reduce(Span<long> digits)
    {
        for (var high = (2 * Size) - 1; high >= Size; high--)
            TakeOff(digits, high);
        long carry = 0;
        for (var index = 0; index < Size; index++)
        {
            digits[index] += carry - ((digits[Size - 1] >> 4) * Order[index]);
            carry = digits[index] >> 8;
            digits[index] &= 255;
        }

        for (var index = 0; index < Size; index++)
            digits[index] -= carry * Order[index];
        return Normalize(digits);
    }

    private static void TakeOff(Span<long> digits, int high)
    {
        const int OrderDigits = 20;
        long carry = 0;
        var start = high - Size;
        for (var index = 0; index < OrderDigits; index++)
        {
            digits[start + index] += carry - (16 * digits[high] * Order[index]);
            carry = (digits[start + index] + 128) >> 8;
            digits[start + index] -= carry << 8;
        }

        digits[start + OrderDigits] += carry;
        digits[high] = 0;
    }

    private static byte[] Normalize(Span<long> digits)
    {
        var result = new byte[Size];
        for (var index = 0; index < Size; index++)
        {
            digits[index + 1] += digits[index] >> 8;
            result[index] = (byte)(digits[index] & 255);
        }

        return result;
    }
}
