namespace Codex.Formats.Images.Webp;

/// <summary>Reads prefix codes, which stand in the file as lengths, themselves coded.</summary>
internal static class WebpPrefixCodeReader
{
    /// <summary>The order in which the lengths of the code of lengths stand.</summary>
    public static ReadOnlySpan<byte> LengthOrder => [17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

    /// <summary>Reads a code over an alphabet.</summary>
    public static WebpPrefixCode Read(ref WebpBits bits, int alphabetSize) =>
        bits.Take(1) != 0 ? ReadSimple(ref bits, alphabetSize) : ReadNormal(ref bits, alphabetSize);

    private static WebpPrefixCode ReadSimple(ref WebpBits bits, int alphabetSize)
    {
        var hasTwo = bits.Take(1) != 0;
        var first = bits.Take(bits.Take(1) != 0 ? 8 : 1);
        var second = hasTwo ? bits.Take(8) : first;
        if (first >= alphabetSize || second >= alphabetSize)
            throw WebpDecoder.Malformed("Corrupt bitstream");
        if (first == second)
            return new WebpPrefixCode(first);
        var lengths = new byte[alphabetSize];
        lengths[first] = lengths[second] = 1;
        return new WebpPrefixCode(lengths);
    }

    private static WebpPrefixCode ReadNormal(ref WebpBits bits, int alphabetSize)
    {
        var lengthLengths = new byte[19];
        var count = bits.Take(4) + 4;
        for (var i = 0; i < count; i++)
            lengthLengths[LengthOrder[i]] = (byte)bits.Take(3);
        var code = new WebpPrefixCode(lengthLengths);
        var remaining = alphabetSize;
        if (bits.Take(1) != 0)
        {
            remaining = bits.Take(2 + (2 * bits.Take(3))) + 2;
            if (remaining > alphabetSize)
                throw WebpDecoder.Malformed("Corrupt bitstream");
        }

        return new WebpPrefixCode(ReadLengths(ref bits, code, alphabetSize, remaining));
    }

    private static byte[] ReadLengths(ref WebpBits bits, WebpPrefixCode code, int alphabetSize, int remaining)
    {
        var lengths = new byte[alphabetSize];
        byte previous = 8;
        for (var position = 0; position < alphabetSize && remaining > 0; remaining--)
        {
            var symbol = code.Take(ref bits);
            if (symbol < 16)
            {
                lengths[position++] = (byte)symbol;
                previous = symbol == 0 ? previous : (byte)symbol;
                continue;
            }

            var repeat = symbol switch { 16 => 3 + bits.Take(2), 17 => 3 + bits.Take(3), _ => 11 + bits.Take(7) };
            if (position + repeat > alphabetSize)
                throw WebpDecoder.Malformed("Corrupt bitstream");
            lengths.AsSpan(position, repeat).Fill(symbol == 16 ? previous : (byte)0);
            position += repeat;
        }

        return lengths;
    }
}
