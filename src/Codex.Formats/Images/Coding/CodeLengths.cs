namespace Codex.Formats.Images.Coding;

/// <summary>Lengths of prefix codes (Huffman) under a limit.</summary>
internal static class CodeLengths
{
    /// <summary>A length for every symbol that occurs; zero for the others. A single symbol gets length one.</summary>
    public static byte[] Build(ReadOnlySpan<long> frequencies, int maximumLength)
    {
        var scaled = frequencies.ToArray();
        while (true)
        {
            var lengths = BuildUnlimited(scaled);
            if (lengths.Max() <= maximumLength)
                return lengths;
            // Flatter frequencies give shorter codes; in the end all are equal.
            for (var i = 0; i < scaled.Length; i++)
                scaled[i] = (scaled[i] + 1) / 2;
        }
    }

    /// <summary>The codes in canonical order: by length, then by symbol.</summary>
    public static int[] Assign(ReadOnlySpan<byte> lengths)
    {
        var codes = new int[lengths.Length];
        var next = 0;
        for (var length = 1; length <= 16; length++)
        {
            for (var symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == length)
                    codes[symbol] = next++;
            }

            next <<= 1;
        }

        return codes;
    }

    private static byte[] BuildUnlimited(long[] frequencies)
    {
        var lengths = new byte[frequencies.Length];
        var queue = new PriorityQueue<int[], long>();
        for (var symbol = 0; symbol < frequencies.Length; symbol++)
        {
            if (frequencies[symbol] > 0)
                queue.Enqueue([symbol], frequencies[symbol]);
        }

        if (queue.Count == 1)
            lengths[queue.Peek()[0]] = 1;
        while (queue.Count > 1)
        {
            queue.TryDequeue(out var left, out var leftWeight);
            queue.TryDequeue(out var right, out var rightWeight);
            int[] both = [.. left!, .. right!];
            foreach (var symbol in both)
                lengths[symbol]++;
            queue.Enqueue(both, leftWeight + rightWeight);
        }

        return lengths;
    }
}
