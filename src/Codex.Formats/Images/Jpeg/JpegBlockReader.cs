namespace Codex.Formats.Images.Jpeg;

/// <summary>Decodes the coefficients of single blocks: all at once (baseline) or in the refinements of a progressive image.</summary>
internal sealed class JpegBlockReader(JpegScan scan, bool isProgressive)
{
    private int _endOfBandRun;

    /// <summary>Forgets what restart markers reset.</summary>
    public void Reset()
    {
        _endOfBandRun = 0;
        foreach (var part in scan.Components)
            part.Component.Prediction = 0;
    }

    /// <summary>Decodes one block of a plane.</summary>
    public void Read(ref JpegBits bits, JpegScanComponent part, Span<short> block)
    {
        if (!isProgressive)
            ReadBaseline(ref bits, part, block);
        else if (scan.First == 0)
            ReadDc(ref bits, part, block);
        else if (scan.RefinesFrom == 0)
            ReadAc(ref bits, part.Ac!, block);
        else
            RefineAc(ref bits, part.Ac!, block);
    }

    private static void ReadBaseline(ref JpegBits bits, JpegScanComponent part, Span<short> block)
    {
        block[0] = (short)NextDc(ref bits, part);
        for (var i = 1; i < 64; i++)
        {
            var code = bits.TakeCode(part.Ac!);
            var size = code & 15;
            if (size == 0 && code != 0xF0)
                return;
            i += code >> 4;
            if (size != 0 && i < 64)
                block[i] = (short)bits.TakeSigned(size);
        }
    }

    private static int NextDc(ref JpegBits bits, JpegScanComponent part) =>
        part.Component.Prediction += bits.TakeSigned(Math.Min(16, bits.TakeCode(part.Dc!)));

    private void ReadDc(ref JpegBits bits, JpegScanComponent part, Span<short> block)
    {
        if (scan.RefinesFrom == 0)
            block[0] = (short)(NextDc(ref bits, part) << scan.LowBit);
        else if (bits.Take(1) != 0)
            block[0] |= (short)(1 << scan.LowBit);
    }

    private void ReadAc(ref JpegBits bits, JpegHuffmanTable table, Span<short> block)
    {
        if (_endOfBandRun > 0)
        {
            _endOfBandRun--;
            return;
        }

        for (var i = scan.First; i <= scan.Last; i++)
        {
            var code = bits.TakeCode(table);
            var (run, size) = (code >> 4, code & 15);
            if (size == 0 && run < 15)
            {
                _endOfBandRun = (1 << run) + bits.Take(run) - 1;
                return;
            }

            i += run;
            if (size != 0 && i <= scan.Last)
                block[i] = (short)(bits.TakeSigned(size) << scan.LowBit);
        }
    }

    private void RefineAc(ref JpegBits bits, JpegHuffmanTable table, Span<short> block)
    {
        var position = scan.First;
        if (_endOfBandRun == 0)
            position = RefineWithCodes(ref bits, table, block);
        if (_endOfBandRun == 0)
            return;
        for (; position <= scan.Last; position++)
            RefineKnown(ref bits, ref block[position]);
        _endOfBandRun--;
    }

    // Returns where an end of band was met; behind the band when none was.
    private int RefineWithCodes(ref JpegBits bits, JpegHuffmanTable table, Span<short> block)
    {
        var position = scan.First;
        while (position <= scan.Last && !bits.IsExhausted)
        {
            var code = bits.TakeCode(table);
            var (run, size) = (code >> 4, code & 15);
            if (size == 0 && run < 15)
            {
                _endOfBandRun = (1 << run) + bits.Take(run);
                return position;
            }

            var value = size == 0 ? 0 : bits.Take(1) != 0 ? 1 << scan.LowBit : -1 << scan.LowBit;
            position = SkipZeros(ref bits, block, position, run);
            if (value != 0 && position <= scan.Last)
                block[position] = (short)value;
            position++;
        }

        return position;
    }

    // Steps over so many zeros, refining what is not zero on the way; stops at the next zero.
    private int SkipZeros(ref JpegBits bits, Span<short> block, int position, int zeros)
    {
        for (; position <= scan.Last; position++)
        {
            if (block[position] != 0)
                RefineKnown(ref bits, ref block[position]);
            else if (zeros-- == 0)
                break;
        }

        return position;
    }

    private void RefineKnown(ref JpegBits bits, ref short value)
    {
        if (value == 0 || bits.Take(1) == 0)
            return;
        var bit = 1 << scan.LowBit;
        if ((Math.Abs((int)value) & bit) == 0)
            value += (short)(value > 0 ? bit : -bit);
    }
}
