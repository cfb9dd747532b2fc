namespace Codex.Formats.Secrets;

/// <summary>What is taken out of a text. Immutable; shared between redactors.</summary>
public sealed class SecretPatterns
{
    /// <summary>Shorter values are words that could stand anywhere.</summary>
    public const int ShortestValue = 8;

    /// <summary>Creates the patterns.</summary>
    /// <param name="values">Secrets that are known; those shorter than <see cref="ShortestValue"/> are left out.</param>
    /// <param name="includesShapes">Whether what looks like a secret counts, too.</param>
    public SecretPatterns(IEnumerable<string> values, bool includesShapes)
    {
        Values = [.. values
            .Where(static value => value.Length >= ShortestValue)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(static value => value.Length)
            .Select(System.Text.Encoding.UTF8.GetBytes)];
        IncludesShapes = includesShapes;
    }

    /// <summary>Whether nothing is looked for.</summary>
    public bool IsEmpty => Values.Length == 0 && !IncludesShapes;

    internal byte[][] Values { get; }

    internal bool IncludesShapes { get; }
}
