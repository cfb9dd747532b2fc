using System.Collections.Immutable;

namespace Codex.Formats.Ignore;

/// <summary>The patterns of one file in the syntax of <c>.gitignore</c>.</summary>
public sealed class IgnoreFile
{
    private readonly ImmutableArray<IgnorePattern> _patterns;
    private readonly bool _ignoresCase;

    private IgnoreFile(ImmutableArray<IgnorePattern> patterns, bool ignoresCase)
    {
        _patterns = patterns;
        _ignoresCase = ignoresCase;
    }

    /// <summary>Reads a file; lines that are no pattern mean nothing.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="ignoresCase">Whether names differ by more than case, as on file systems that do not tell cases apart.</param>
    public static IgnoreFile Parse(string text, bool ignoresCase = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var patterns = ImmutableArray.CreateBuilder<IgnorePattern>();
        foreach (var line in (ignoresCase ? Fold(text) : text).AsSpan().TrimStart('\ufeff').EnumerateLines())
        {
            if (IgnorePattern.Parse(line) is { } pattern)
                patterns.Add(pattern);
        }

        return new IgnoreFile(patterns.DrainToImmutable(), ignoresCase);
    }

    /// <summary>What the patterns say about one path, not counting the directories it is in: the last one that fits decides.</summary>
    /// <param name="path">Components below the directory of the file.</param>
    /// <param name="isDirectory">Whether it is a directory.</param>
    /// <returns>True for ignored, false for brought back, null when no pattern fits.</returns>
    public bool? Decide(ReadOnlySpan<string> path, bool isDirectory)
    {
        if (_ignoresCase)
            path = Array.ConvertAll(path.ToArray(), Fold);
        for (var index = _patterns.Length - 1; index >= 0; index--)
        {
            if (_patterns[index].Fits(path, isDirectory))
                return !_patterns[index].IsNegated;
        }

        return null;
    }

    private static string Fold(string text) => text.ToLowerInvariant();
}
