using Codex.Formats.Images.Coding;

namespace Codex.Formats.Images.Webp;

/// <summary>A prefix code of a lossless image: short codes by look-up, long ones bit by bit.</summary>
internal sealed class WebpPrefixCode
{
    private const int LookupBits = 8;
    private const int MaximumLength = 15;

    private readonly int _single = -1;
    private readonly int[] _firstCodes = new int[MaximumLength + 2];
    private readonly int[] _firstIndexes = new int[MaximumLength + 2];
    private readonly ushort[] _symbols = [];
    private readonly int[] _lookup = [];

    /// <summary>A code with one symbol, which takes no bits.</summary>
    public WebpPrefixCode(int single) => _single = single;

    /// <summary>A code from the lengths of its symbols' codes.</summary>
    public WebpPrefixCode(ReadOnlySpan<byte> lengths)
    {
        var used = lengths.Length - lengths.Count((byte)0);
        if (used == 1)
        {
            _single = lengths.IndexOfAnyExcept((byte)0);
            return;
        }

        CheckComplete(lengths);
        _symbols = new ushort[used];
        _lookup = new int[1 << LookupBits];
        IndexByLength(lengths);
        FillLookup(lengths);
    }

    /// <summary>Takes a symbol.</summary>
    public int Take(ref WebpBits bits)
    {
        if (_single >= 0)
            return _single;
        var next = bits.Peek();
        var entry = _lookup[next & ((1 << LookupBits) - 1)];
        if (entry != 0)
        {
            bits.Drop(entry >> 16);
            return entry & 0xFFFF;
        }

        return TakeLong(ref bits, next);
    }

    private int TakeLong(ref WebpBits bits, int next)
    {
        var code = 0;
        for (var length = 1; length <= MaximumLength; length++)
        {
            code = (code << 1) | ((next >> (length - 1)) & 1);
            var offset = code - _firstCodes[length];
            if (offset < 0 || offset >= _firstIndexes[length + 1] - _firstIndexes[length])
                continue;
            bits.Drop(length);
            return _symbols[_firstIndexes[length] + offset];
        }

        throw WebpDecoder.Malformed("Invalid Huffman code");
    }

    // Every sequence of bits must mean something, or the file is damaged.
    private static void CheckComplete(ReadOnlySpan<byte> lengths)
    {
        var space = 1 << MaximumLength;
        foreach (var length in lengths)
            space -= length == 0 ? 0 : 1 << (MaximumLength - length);
        if (space != 0)
            throw WebpDecoder.Malformed("Invalid Huffman code");
    }

    private void IndexByLength(ReadOnlySpan<byte> lengths)
    {
        var code = 0;
        var index = 0;
        for (var length = 1; length <= MaximumLength; length++)
        {
            _firstCodes[length] = code;
            _firstIndexes[length] = index;
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] != length)
                    continue;
                _symbols[index++] = (ushort)symbol;
                code++;
            }

            code <<= 1;
        }

        _firstIndexes[MaximumLength + 1] = index;
    }

    private void FillLookup(ReadOnlySpan<byte> lengths)
    {
        var codes = CodeLengths.Assign(lengths);
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            var length = lengths[symbol];
            if (length is 0 or > LookupBits)
                continue;
            for (var i = Reverse(codes[symbol], length); i < _lookup.Length; i += 1 << length)
                _lookup[i] = (length << 16) | symbol;
        }
    }

    /// <summary>The lowest bits of a code in opposite order.</summary>
    public static int Reverse(int code, int length)
    {
        var reversed = 0;
        for (var i = 0; i < length; i++)
            reversed |= ((code >> i) & 1) << (length - 1 - i);
        return reversed;
    }
}
