namespace Codex.Formats.Zstandard;

/// <summary>Describes a Huffman code by the weights of its symbols; the last one follows from the others.</summary>
internal static class HuffmanHeader
{
    private const int MaximumPlainWeights = 128;
    private const int MaximumPackedBytes = 127;

    /// <returns>Bytes written, or zero when the code cannot be described.</returns>
    public static int Write(HuffmanCode code, Span<byte> target)
    {
        Span<byte> weights = stackalloc byte[256];
        weights = weights[..code.LastSymbol];
        for (var symbol = 0; symbol < weights.Length; symbol++)
            weights[symbol] = code.Weight(symbol);
        var packed = WeightPacker.Pack(weights, target[1..]);
        if (packed is > 0 and <= MaximumPackedBytes && packed < (weights.Length + 1) / 2)
        {
            target[0] = (byte)packed;
            return 1 + packed;
        }

        return weights.Length <= MaximumPlainWeights ? WritePlain(weights, target) : 0;
    }

    private static int WritePlain(ReadOnlySpan<byte> weights, Span<byte> target)
    {
        target[0] = (byte)(127 + weights.Length);
        for (var index = 0; index < weights.Length; index += 2)
            target[1 + (index / 2)] = (byte)((weights[index] << 4) | (index + 1 < weights.Length ? weights[index + 1] : 0));
        return 1 + ((weights.Length + 1) / 2);
    }
}
