using System.Numerics;

namespace Codex.Formats.Zstandard;

/// <summary>An encoding table for finite state entropy (RFC 8878, 4.1).</summary>
internal sealed class FseTable
{
    private readonly ushort[] _nextStates;
    private readonly int[] _bitCounts;
    private readonly int[] _firstStates;

    /// <param name="probabilities">The share of each symbol out of 2^<paramref name="log"/>; -1 for less than one.</param>
    /// <param name="log">Accuracy.</param>
    public FseTable(ReadOnlySpan<sbyte> probabilities, int log)
    {
        Log = log;
        var size = 1 << log;
        _nextStates = new ushort[size];
        _bitCounts = new int[probabilities.Length];
        _firstStates = new int[probabilities.Length];
        FillStates(Spread(probabilities, size), probabilities);
        FillSymbols(probabilities);
    }

    /// <summary>Bits of a state.</summary>
    public int Log { get; }

    /// <summary>The state that the decoder shall end in with this symbol.</summary>
    public uint Start(int symbol)
    {
        var bits = (_bitCounts[symbol] + (1 << 15)) >> 16;
        var value = (bits << 16) - _bitCounts[symbol];
        return _nextStates[(value >> bits) + _firstStates[symbol]];
    }

    /// <summary>Writes what leads from the state to the one before it, which stands for <paramref name="symbol"/>.</summary>
    public uint Encode(uint state, int symbol, ref BitWriter output)
    {
        var bits = (int)((state + _bitCounts[symbol]) >> 16);
        output.Add(state, bits);
        return _nextStates[(state >> bits) + _firstStates[symbol]];
    }

    /// <summary>Writes the last state: the decoder's first.</summary>
    public void Finish(uint state, ref BitWriter output) => output.Add(state, Log);

    private static byte[] Spread(ReadOnlySpan<sbyte> probabilities, int size)
    {
        var symbols = new byte[size];
        var highest = size - 1;
        for (var symbol = 0; symbol < probabilities.Length; symbol++)
        {
            if (probabilities[symbol] < 0)
                symbols[highest--] = (byte)symbol;
        }

        var step = (size >> 1) + (size >> 3) + 3;
        var position = 0;
        for (var symbol = 0; symbol < probabilities.Length; symbol++)
        {
            for (var count = 0; count < probabilities[symbol]; count++)
            {
                symbols[position] = (byte)symbol;
                do
                    position = (position + step) & (size - 1);
                while (position > highest);
            }
        }

        return symbols;
    }

    private void FillStates(byte[] symbols, ReadOnlySpan<sbyte> probabilities)
    {
        var next = new int[probabilities.Length];
        for (var symbol = 1; symbol < next.Length; symbol++)
            next[symbol] = next[symbol - 1] + Math.Abs((int)probabilities[symbol - 1]);
        for (var state = 0; state < symbols.Length; state++)
            _nextStates[next[symbols[state]]++] = (ushort)(symbols.Length + state);
    }

    private void FillSymbols(ReadOnlySpan<sbyte> probabilities)
    {
        var total = 0;
        for (var symbol = 0; symbol < probabilities.Length; symbol++)
        {
            var share = Math.Abs((int)probabilities[symbol]);
            if (share == 0)
                continue;
            var bits = share == 1 ? Log : Log - BitOperations.Log2((uint)(share - 1));
            _bitCounts[symbol] = (bits << 16) - (share << bits);
            _firstStates[symbol] = total - share;
            total += share;
        }
    }
}
