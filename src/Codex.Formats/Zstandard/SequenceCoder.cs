namespace Codex.Formats.Zstandard;

/// <summary>Writes the sequences of a block with the predefined distributions.</summary>
internal sealed class SequenceCoder
{
    private const int MatchBias = 3;
    private const byte AllPredefined = 0;

    private readonly FseTable _literalLengths = new(SequenceCodes.LiteralLengthShares, SequenceCodes.LengthLog);
    private readonly FseTable _matchLengths = new(SequenceCodes.MatchLengthShares, SequenceCodes.LengthLog);
    private readonly FseTable _offsets = new(SequenceCodes.OffsetShares, SequenceCodes.OffsetLog);

    /// <returns>Bytes written, or zero when they do not fit.</returns>
    public int Write(IReadOnlyList<Sequence> sequences, Span<byte> target)
    {
        if (target.Length < 8)
            return 0;
        var header = WriteCount(sequences.Count, target);
        if (sequences.Count == 0)
            return header;
        target[header++] = AllPredefined;
        var output = new BitWriter(target[header..]);
        Encode(sequences, ref output);
        var size = output.Close();
        return output.HasOverflown ? 0 : header + size;
    }

    private static int WriteCount(int count, Span<byte> target)
    {
        const int LongCount = 0x7F00;
        switch (count)
        {
            case < 128:
                target[0] = (byte)count;
                return 1;
            case < LongCount:
                target[0] = (byte)((count >> 8) + 128);
                target[1] = (byte)count;
                return 2;
            default:
                target[0] = 255;
                target[1] = (byte)(count - LongCount);
                target[2] = (byte)((count - LongCount) >> 8);
                return 3;
        }
    }

    // The decoder reads backwards: the last sequence is written first.
    private void Encode(IReadOnlyList<Sequence> sequences, ref BitWriter output)
    {
        var last = sequences[^1];
        var literals = _literalLengths.Start(SequenceCodes.LiteralLength(last.LiteralLength));
        var offsets = _offsets.Start(SequenceCodes.Offset(last.OffsetValue));
        var matches = _matchLengths.Start(SequenceCodes.MatchLength(last.MatchLength - MatchBias));
        AddExtraBits(last, ref output);
        for (var index = sequences.Count - 2; index >= 0; index--)
        {
            var sequence = sequences[index];
            offsets = _offsets.Encode(offsets, SequenceCodes.Offset(sequence.OffsetValue), ref output);
            matches = _matchLengths.Encode(matches, SequenceCodes.MatchLength(sequence.MatchLength - MatchBias), ref output);
            literals = _literalLengths.Encode(literals, SequenceCodes.LiteralLength(sequence.LiteralLength), ref output);
            AddExtraBits(sequence, ref output);
        }

        _matchLengths.Finish(matches, ref output);
        _offsets.Finish(offsets, ref output);
        _literalLengths.Finish(literals, ref output);
    }

    // Every base is a multiple of its extra bits' range: the low bits of the value are the extra bits.
    private static void AddExtraBits(Sequence sequence, ref BitWriter output)
    {
        var match = sequence.MatchLength - MatchBias;
        output.Add((uint)sequence.LiteralLength, SequenceCodes.LiteralLengthBits[SequenceCodes.LiteralLength(sequence.LiteralLength)]);
        output.Add((uint)match, SequenceCodes.MatchLengthBits[SequenceCodes.MatchLength(match)]);
        output.Add((uint)sequence.OffsetValue, SequenceCodes.Offset(sequence.OffsetValue));
    }
}
