namespace Codex.Formats.Images.Png;

/// <summary>The row filters: each byte is stored as the difference to a guess from its neighbours.</summary>
internal static class PngFilter
{
    /// <summary>Restores a row in place.</summary>
    /// <param name="type">The filter.</param>
    /// <param name="row">The filtered bytes.</param>
    /// <param name="above">The restored row above; zeros for the first.</param>
    /// <param name="distance">Bytes to the pixel on the left.</param>
    public static void Restore(int type, Span<byte> row, ReadOnlySpan<byte> above, int distance)
    {
        switch (type)
        {
            case 0:
                break;
            case 1:
                for (var i = distance; i < row.Length; i++)
                    row[i] += row[i - distance];
                break;
            case 2:
                for (var i = 0; i < row.Length; i++)
                    row[i] += above[i];
                break;
            case 3:
                for (var i = 0; i < row.Length; i++)
                    row[i] += (byte)(((i < distance ? 0 : row[i - distance]) + above[i]) / 2);
                break;
            case 4:
                RestorePaeth(row, above, distance);
                break;
            default:
                throw ImageException.Malformed(ImageFormat.Png, $"Unknown filter method {type}.");
        }
    }

    /// <summary>The neighbour closest to left + above - diagonal.</summary>
    public static byte Paeth(byte left, byte above, byte diagonal)
    {
        var toLeft = Math.Abs(above - diagonal);
        var toAbove = Math.Abs(left - diagonal);
        var toDiagonal = Math.Abs(left + above - (2 * diagonal));
        if (toLeft <= toAbove && toLeft <= toDiagonal)
            return left;
        return toAbove <= toDiagonal ? above : diagonal;
    }

    private static void RestorePaeth(Span<byte> row, ReadOnlySpan<byte> above, int distance)
    {
        for (var i = 0; i < Math.Min(distance, row.Length); i++)
            row[i] += above[i];
        for (var i = distance; i < row.Length; i++)
            row[i] += Paeth(row[i - distance], above[i], above[i - distance]);
    }
}
