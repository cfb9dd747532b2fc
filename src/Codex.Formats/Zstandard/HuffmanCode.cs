namespace Codex.Formats.Zstandard;

/// <summary>A canonical Huffman code for bytes, of at most 11 bits (RFC 8878, 4.2).</summary>
internal sealed class HuffmanCode
{
    private const int MaximumBits = 11;
    private readonly byte[] _lengths = new byte[256];
    private readonly ushort[] _codes = new ushort[256];

    private HuffmanCode(ReadOnlySpan<int> counts)
    {
        LastSymbol = counts.LastIndexOfAnyExcept(0);
        Span<int> scaled = stackalloc int[256];
        counts.CopyTo(scaled);
        while ((LongestBits = FillLengths(scaled)) > MaximumBits)
            Flatten(scaled);
        FillCodes();
    }

    /// <summary>The highest byte that occurs.</summary>
    public int LastSymbol { get; }

    /// <summary>Bits of the longest code.</summary>
    public int LongestBits { get; }

    /// <summary>The code of these bytes, of which at least two must differ.</summary>
    public static HuffmanCode Of(ReadOnlySpan<byte> literals)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        foreach (var literal in literals)
            counts[literal]++;
        return new HuffmanCode(counts);
    }

    /// <summary>The weight of a symbol as the header tells it: 0 when it does not occur.</summary>
    public byte Weight(int symbol) => (byte)(_lengths[symbol] == 0 ? 0 : LongestBits + 1 - _lengths[symbol]);

    /// <summary>Writes bytes as one stream.</summary>
    /// <returns>Bytes written, or zero when they do not fit.</returns>
    public int Encode(ReadOnlySpan<byte> literals, Span<byte> target)
    {
        var output = new BitWriter(target);
        for (var index = literals.Length - 1; index >= 0; index--)
            output.Add(_codes[literals[index]], _lengths[literals[index]]);
        var size = output.Close();
        return output.HasOverflown ? 0 : size;
    }

    // Rare bytes get more weight until no code is too long.
    private static void Flatten(Span<int> counts)
    {
        foreach (ref var count in counts)
            count = count == 0 ? 0 : (count >> 1) | 1;
    }

    private int FillLengths(ReadOnlySpan<int> counts)
    {
        var queue = new PriorityQueue<int, long>();
        Span<short> parents = stackalloc short[512];
        var next = 256;
        for (var symbol = 0; symbol < counts.Length; symbol++)
        {
            if (counts[symbol] > 0)
                queue.Enqueue(symbol, counts[symbol]);
        }

        while (queue.TryDequeue(out var first, out var firstCount) && queue.TryDequeue(out var second, out var secondCount))
        {
            parents[first] = parents[second] = (short)next;
            queue.Enqueue(next++, firstCount + secondCount);
        }

        return MeasureDepths(counts, parents, root: next - 1);
    }

    private int MeasureDepths(ReadOnlySpan<int> counts, ReadOnlySpan<short> parents, int root)
    {
        var longest = 0;
        for (var symbol = 0; symbol < counts.Length; symbol++)
        {
            var depth = 0;
            for (int node = symbol; counts[symbol] > 0 && node != root; node = parents[node])
                depth++;
            _lengths[symbol] = (byte)depth;
            longest = Math.Max(longest, depth);
        }

        return longest;
    }

    private void FillCodes()
    {
        Span<int> perLength = stackalloc int[MaximumBits + 1];
        Span<ushort> next = stackalloc ushort[MaximumBits + 1];
        perLength.Clear();
        foreach (var length in _lengths)
            perLength[length]++;
        var lowest = 0;
        for (var length = LongestBits; length > 0; length--)
        {
            next[length] = (ushort)lowest;
            lowest = (lowest + perLength[length]) >> 1;
        }

        for (var symbol = 0; symbol < _lengths.Length; symbol++)
        {
            if (_lengths[symbol] > 0)
                _codes[symbol] = next[_lengths[symbol]]++;
        }
    }
}
