namespace Codex.Formats.Images.Jpeg;

/// <summary>Walks over the blocks of a scan in the order they are stored.</summary>
internal static class JpegScanReader
{
    /// <summary>Decodes a scan; returns where the next marker is searched.</summary>
    public static int Read(ReadOnlySpan<byte> data, int position, JpegFrame frame, JpegScan scan, int restartInterval)
    {
        var bits = new JpegBits(data, position);
        var reader = new JpegBlockReader(scan, frame.IsProgressive);
        reader.Reset();
        var isSingle = scan.Components.Length == 1;
        var across = isSingle ? scan.Components[0].Component.BlocksAcross : frame.UnitsAcross;
        var down = isSingle ? scan.Components[0].Component.BlocksDown : frame.UnitsDown;
        for (var unit = 0L; unit < (long)across * down; unit++)
        {
            if (restartInterval > 0 && unit > 0 && unit % restartInterval == 0)
            {
                if (!bits.Restart())
                    break;
                reader.Reset();
            }

            var (row, column) = Math.DivRem((int)unit, across);
            if (isSingle)
                reader.Read(ref bits, scan.Components[0], scan.Components[0].Component.Block(column, row));
            else
                ReadUnit(ref bits, reader, scan, column, row);
            if (bits.IsExhausted && restartInterval == 0)
                break;
        }

        return bits.Position;
    }

    private static void ReadUnit(ref JpegBits bits, JpegBlockReader reader, JpegScan scan, int column, int row)
    {
        foreach (var part in scan.Components)
        {
            var component = part.Component;
            for (var y = 0; y < component.Vertical; y++)
            {
                for (var x = 0; x < component.Horizontal; x++)
                    reader.Read(ref bits, part, component.Block((column * component.Horizontal) + x, (row * component.Vertical) + y));
            }
        }
    }
}
