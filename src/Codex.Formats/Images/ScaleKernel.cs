namespace Codex.Formats.Images;

/// <summary>Which source pixels make up each target pixel along one axis, and in what shares.</summary>
internal sealed class ScaleKernel
{
    private readonly int[] _firsts;
    private readonly int[] _counts;
    private readonly float[] _weights;

    private ScaleKernel(int targetLength, int support)
    {
        Support = support;
        _firsts = new int[targetLength];
        _counts = new int[targetLength];
        _weights = new float[targetLength * support];
    }

    /// <summary>The most source pixels that one target pixel needs.</summary>
    public int Support { get; }

    /// <summary>A triangle as wide as the reduction.</summary>
    public static ScaleKernel Create(int sourceLength, int targetLength)
    {
        var ratio = (double)sourceLength / targetLength;
        var radius = Math.Max(1, ratio);
        var kernel = new ScaleKernel(targetLength, (int)Math.Ceiling(radius * 2) + 1);
        for (var target = 0; target < targetLength; target++)
            kernel.Fill(target, ((target + 0.5) * ratio) - 0.5, radius, sourceLength);
        return kernel;
    }

    /// <summary>The first source pixel of a target pixel.</summary>
    public int First(int target) => _firsts[target];

    /// <summary>The shares of the first source pixel and those after it; they add up to one.</summary>
    public ReadOnlySpan<float> Weights(int target) => _weights.AsSpan(target * Support, _counts[target]);

    private void Fill(int target, double centre, double radius, int sourceLength)
    {
        var first = Math.Max(0, (int)Math.Floor(centre - radius) + 1);
        var last = Math.Min(sourceLength - 1, (int)Math.Ceiling(centre + radius) - 1);
        var shares = _weights.AsSpan(target * Support, last - first + 1);
        var total = 0.0;
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = (float)(1 - (Math.Abs(first + i - centre) / radius));
            total += shares[i];
        }

        foreach (ref var share in shares)
            share = (float)(share / total);
        _firsts[target] = first;
        _counts[target] = shares.Length;
    }
}
