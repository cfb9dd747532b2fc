using System.Collections.Immutable;

namespace Codex.Formats.Ignore;

/// <summary>One pattern, cut at its slashes.</summary>
/// <param name="Segments">Globs for components; <c>**</c> stands for any number of them.</param>
/// <param name="IsNegated">Whether it brings back what patterns before it ignore.</param>
/// <param name="IsForDirectories">Whether it fits directories only.</param>
internal sealed record IgnorePattern(ImmutableArray<string> Segments, bool IsNegated, bool IsForDirectories)
{
    private const string AnyDirectories = "**";

    /// <summary>Reads a line; null for comments and empty lines.</summary>
    public static IgnorePattern? Parse(ReadOnlySpan<char> line)
    {
        line = WithoutTrailingSpaces(line);
        if (line.IsEmpty || line[0] is '#')
            return null;
        var isNegated = line[0] is '!';
        line = isNegated ? line[1..] : line;
        var isForDirectories = line.EndsWith('/');
        line = isForDirectories ? line[..^1] : line;
        if (line.IsEmpty)
            return null;
        // A slash anywhere but at the end ties the pattern to the directory of its file.
        var isAnchored = line.Contains('/');
        var segments = line.TrimStart('/').ToString().Split('/').Select(Normalize);
        return new IgnorePattern(isAnchored ? [.. segments] : [AnyDirectories, .. segments], isNegated, isForDirectories);
    }

    /// <summary>Whether a path fits, by its components.</summary>
    public bool Fits(ReadOnlySpan<string> path, bool isDirectory) => (isDirectory || !IsForDirectories) && Fits(path);

    // More than two asterisks between slashes are no more than two.
    private static string Normalize(string segment) => segment.Length > 2 && segment.AsSpan().TrimStart('*').IsEmpty ? AnyDirectories : segment;

    // Goes back to the last "**" only: what an earlier one could still take, the last one can take as well.
    private bool Fits(ReadOnlySpan<string> path)
    {
        var (segment, component, star, resume) = (0, 0, -1, 0);
        while (component < path.Length)
        {
            if (segment < Segments.Length && Segments[segment] == AnyDirectories)
            {
                (star, resume) = (segment++, component);
                // At the end it stands for everything inside, not for the directory itself.
                if (segment == Segments.Length)
                    return true;
            }
            else if (segment < Segments.Length && SegmentGlob.Fits(Segments[segment], path[component]))
            {
                segment++;
                component++;
            }
            else if (star >= 0)
            {
                (segment, component) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return segment == Segments.Length;
    }

    private static ReadOnlySpan<char> WithoutTrailingSpaces(ReadOnlySpan<char> line)
    {
        while (line.EndsWith(' ') && !IsEscaped(line))
            line = line[..^1];
        return line;
    }

    private static bool IsEscaped(ReadOnlySpan<char> line)
    {
        var before = line[..^1];
        return (before.Length - before.TrimEnd('\\').Length) % 2 is 1;
    }
}
