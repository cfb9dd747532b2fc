namespace Codex.Formats.Images.Webp;

/// <summary>Smooths one edge at a strength.</summary>
/// <param name="Level">The macroblock's level, 1 to 63.</param>
/// <param name="InnerLimit">The largest step between neighbours that is still smoothed.</param>
/// <param name="IsSimple">Whether only the two samples at the edge change.</param>
internal sealed record Vp8EdgeFilter(int Level, int InnerLimit, bool IsSimple)
{
    private int EdgeLimit => (2 * Level) + InnerLimit;

    private int VarianceLimit => Level >= 40 ? 2 : Level >= 15 ? 1 : 0;

    /// <summary>Filters an edge between macroblocks.</summary>
    /// <param name="s">The samples.</param>
    /// <param name="start">The first sample behind the edge.</param>
    /// <param name="across">The step across the edge.</param>
    /// <param name="along">The step along the edge.</param>
    /// <param name="length">Samples along the edge.</param>
    public void Outer(byte[] s, int start, int across, int along, int length)
    {
        for (var i = 0; i < length; i++, start += along)
        {
            if (!Applies(s, start, across, EdgeLimit + 4))
                continue;
            if (IsSimple || HasVariance(s, start, across))
                Two(s, start, across);
            else
                Six(s, start, across);
        }
    }

    /// <summary>Filters an edge inside a macroblock; parameters as for <see cref="Outer"/>.</summary>
    public void Inner(byte[] s, int start, int across, int along, int length)
    {
        for (var i = 0; i < length; i++, start += along)
        {
            if (!Applies(s, start, across, EdgeLimit))
                continue;
            if (IsSimple || HasVariance(s, start, across))
                Two(s, start, across);
            else
                Four(s, start, across);
        }
    }

    private bool Applies(byte[] s, int at, int step, int limit)
    {
        if ((4 * Difference(s, at - step, at)) + Difference(s, at - (2 * step), at + step) > (2 * limit) + 1)
            return false;
        return IsSimple || (Near(s, at - (4 * step), step) && Near(s, at - (3 * step), step) && Near(s, at - (2 * step), step)
            && Near(s, at, step) && Near(s, at + step, step) && Near(s, at + (2 * step), step));
    }

    private bool Near(byte[] s, int at, int step) => Difference(s, at, at + step) <= InnerLimit;

    private bool HasVariance(byte[] s, int at, int step) =>
        Difference(s, at - (2 * step), at - step) > VarianceLimit || Difference(s, at + step, at) > VarianceLimit;

    private static int Difference(byte[] s, int a, int b) => Math.Abs(s[a] - s[b]);

    private static int Signed(int value) => Math.Clamp(value, -128, 127);

    private static void Change(byte[] s, int at, int change) => s[at] = (byte)Math.Clamp(s[at] + change, 0, 255);

    private static void Two(byte[] s, int at, int step)
    {
        var a = (3 * (s[at] - s[at - step])) + Signed(s[at - (2 * step)] - s[at + step]);
        Change(s, at - step, Small(a + 3));
        Change(s, at, -Small(a + 4));
    }

    private static void Four(byte[] s, int at, int step)
    {
        var a = 3 * (s[at] - s[at - step]);
        var (forward, backward) = (Small(a + 4), Small(a + 3));
        var outer = (forward + 1) >> 1;
        Change(s, at - (2 * step), outer);
        Change(s, at - step, backward);
        Change(s, at, -forward);
        Change(s, at + step, -outer);
    }

    private static void Six(byte[] s, int at, int step)
    {
        var a = Signed((3 * (s[at] - s[at - step])) + Signed(s[at - (2 * step)] - s[at + step]));
        for (var i = 0; i < 3; i++)
        {
            var change = (((27 - (9 * i)) * a) + 63) >> 7;
            Change(s, at - ((i + 1) * step), change);
            Change(s, at + (i * step), -change);
        }
    }

    private static int Small(int value) => Math.Clamp(value >> 3, -16, 15);
}
