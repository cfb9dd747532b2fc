using Codex.Formats.Images.Coding;

namespace Codex.Formats.Images.Jpeg;

/// <summary>A Huffman table made for one image: count the symbols first, then write them.</summary>
internal sealed class JpegCodeBook
{
    // One symbol more than there are: its code would be all ones, which JPEG forbids.
    private readonly long[] _frequencies = new long[257];
    private byte[] _lengths = [];
    private int[] _codes = [];

    /// <summary>Counts a symbol.</summary>
    public void Count(int symbol) => _frequencies[symbol]++;

    /// <summary>Ends counting.</summary>
    public void Build()
    {
        _frequencies[256] = 1;
        _lengths = CodeLengths.Build(_frequencies, 16);
        _codes = CodeLengths.Assign(MoveReservedToEnd());
    }

    /// <summary>Writes the code of a symbol.</summary>
    public void Write(JpegBitWriter writer, int symbol) => writer.Write(_codes[symbol], _lengths[symbol]);

    /// <summary>The table as it stands in the file: how many codes of each length, and the symbols in order.</summary>
    public byte[] Describe()
    {
        var result = new List<byte>(new byte[16]);
        for (var length = 1; length <= 16; length++)
        {
            for (var symbol = 0; symbol < 256; symbol++)
            {
                if (_lengths[symbol] != length)
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
        var longest = _lengths.Max();
        var last = Array.LastIndexOf(_lengths, longest);
        (_lengths[256], _lengths[last]) = (_lengths[last], _lengths[256]);
        return _lengths;
    }
}
