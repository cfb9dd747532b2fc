using System.Numerics;

namespace Codex.Formats.Zstandard;

/// <summary>Packs Huffman weights by finite state entropy: their distribution, then two interleaved states.</summary>
internal static class WeightPacker
{
    private const int Log = 6;
    private const int Total = 1 << Log;
    private const int Symbols = 12;

    /// <returns>Bytes written, or zero when packing is not worth it.</returns>
    public static int Pack(ReadOnlySpan<byte> weights, Span<byte> target)
    {
        Span<sbyte> shares = stackalloc sbyte[Symbols];
        if (weights.Length < 3 || !Normalize(weights, shares))
            return 0;
        shares = shares[..(shares.LastIndexOfAnyExcept((sbyte)0) + 1)];
        var header = WriteShares(shares, target);
        var size = Encode(weights, new FseTable(shares, Log), target[header..]);
        return size == 0 ? 0 : header + size;
    }

    /// <returns>False when there is only one weight.</returns>
    private static bool Normalize(ReadOnlySpan<byte> weights, Span<sbyte> shares)
    {
        Span<int> counts = stackalloc int[Symbols];
        counts.Clear();
        shares.Clear();
        foreach (var weight in weights)
            counts[weight]++;
        var (left, largest) = (Total, 0);
        for (var symbol = 0; symbol < Symbols; symbol++)
        {
            if (counts[symbol] == 0)
                continue;
            shares[symbol] = (sbyte)Math.Max(1, counts[symbol] * Total / weights.Length);
            left -= shares[symbol];
            if (counts[symbol] > counts[largest])
                largest = symbol;
        }

        if (counts[largest] == weights.Length || shares[largest] + left < 1)
            return false;
        shares[largest] += (sbyte)left;
        return true;
    }

    // RFC 8878, 4.1.1: each share takes as few bits as what is left to share out allows; runs of zeros are counted.
    private static int WriteShares(ReadOnlySpan<sbyte> shares, Span<byte> target)
    {
        var output = new BitWriter(target);
        output.Add(Log - 5, 4);
        var left = Total + 1;
        for (var symbol = 0; left > 1; symbol++)
        {
            AddShare(shares[symbol] + 1, left, ref output);
            left -= shares[symbol];
            if (shares[symbol] == 0)
                symbol += AddZeroRun(shares[(symbol + 1)..], ref output);
        }

        return output.CloseForward();
    }

    private static void AddShare(int value, int left, ref BitWriter output)
    {
        var bits = BitOperations.Log2((uint)left) + 1;
        var threshold = 1 << (bits - 1);
        var shortValues = (2 * threshold) - 1 - left;
        if (value >= threshold)
            value += shortValues;
        output.Add((uint)value, value < shortValues ? bits - 1 : bits);
    }

    private static int AddZeroRun(ReadOnlySpan<sbyte> rest, ref BitWriter output)
    {
        var run = rest.IndexOfAnyExcept((sbyte)0);
        var zeros = run;
        for (; run >= 3; run -= 3)
            output.Add(3, 2);
        output.Add((uint)run, 2);
        return zeros;
    }

    private static int Encode(ReadOnlySpan<byte> weights, FseTable table, Span<byte> target)
    {
        var output = new BitWriter(target);
        Span<uint> states = stackalloc uint[2];
        var last = weights.Length - 1;
        states[last & 1] = table.Start(weights[last]);
        states[(last - 1) & 1] = table.Start(weights[last - 1]);
        for (var index = last - 2; index >= 0; index--)
            states[index & 1] = table.Encode(states[index & 1], weights[index], ref output);
        table.Finish(states[1], ref output);
        table.Finish(states[0], ref output);
        var size = output.Close();
        return output.HasOverflown ? 0 : size;
    }
}
