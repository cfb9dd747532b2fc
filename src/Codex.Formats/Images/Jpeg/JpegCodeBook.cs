using Codex.Formats.Images.Coding;

namespace Codex.Formats.Images.Jpeg;

/// <summary>A Huffman table made for one image: count the symbols first, then write them.</summary>
internal sealed class JpegCodeBook
{
    // One symbol more than there are: its code would be all ones, which JPEG forbids.
    private readonly long[] frequencies = new long[257];
    private byte[] lengths = [];
    private int[] codes = [];

    /// <summary>Counts a symbol.</summary>
    public void Count(int symbol) => frequencies[symbol]++;

    /// <summary>Ends counting.</summary>
    public void Build()
    {
        frequencies[256] = 1;
        lengths = CodeLengths.Build(frequencies, 16);
        codes = CodeLengths.Assign(MoveReservedToEnd());
    }

    /// <summary>Writes the code of a symbol.</summary>
    public void Write(JpegBitWriter writer, int symbol) => writer.Write(codes[symbol], lengths[symbol]);

    /// <summary>The table as it stands in the file: how many codes of each length, and the symbols in order.</summary>
    public byte[] Describe()
    {
        var result = new List<byte>(new byte[16]);
        for (var length = 1; length <= 16; length++)
        {
            for (var symbol = 0; symbol < 256; symbol++)
            {
                if (lengths[symbol] != length)
                    continue;
                result[length - 1]++;
                result.Add((byte)symbol);
            }
        }

        return [.. result];
    }

    // The reserved symbol must own the last of the longest codes.
    private byte[] MoveReservedToEnd()
    {
        var longest = lengths.Max();
        var last = Array.LastIndexOf(lengths, longest);
        (lengths[256], lengths[last]) = (lengths[last], lengths[256]);
        return lengths;
    }
}
