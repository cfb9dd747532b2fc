namespace Codex.Execution.Sandbox.Planning;

/// <summary>
/// A path pattern: <c>*</c> and <c>?</c> stay inside a component, <c>**</c> does not, <c>[…]</c> is a class, <c>{a,b}</c> alternatives.
/// A comparison takes time in proportion to the lengths of pattern and path, whatever the pattern.
/// </summary>
internal sealed class GlobPattern
{
    private const int MostAlternatives = 1024;

    private readonly IReadOnlyList<GlobMatcher> _alternatives;

    private GlobPattern(IReadOnlyList<GlobMatcher> alternatives) => _alternatives = alternatives;

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="SandboxException">It has too many alternatives.</exception>
    public static GlobPattern Parse(string pattern)
    {
        var alternatives = new List<string>();
        Expand(pattern, alternatives);
        return new([.. alternatives.Select(static alternative => new GlobMatcher(alternative))]);
    }

    /// <summary>Whether a path fits.</summary>
    public bool Matches(ReadOnlySpan<char> path)
    {
        foreach (var alternative in _alternatives)
        {
            if (alternative.Matches(path))
            {
                return true;
            }
        }

        return false;
    }

    private static void Expand(string pattern, List<string> alternatives)
    {
        var open = pattern.IndexOf('{', StringComparison.Ordinal);
        var close = open < 0 ? -1 : pattern.IndexOf('}', open);
        if (close < 0)
        {
            alternatives.Add(pattern);
            if (alternatives.Count > MostAlternatives)
            {
                throw new SandboxException($"a deny pattern has more than {MostAlternatives} alternatives");
            }

            return;
        }

        foreach (var choice in pattern[(open + 1)..close].Split(','))
        {
            Expand(pattern[..open] + choice + pattern[(close + 1)..], alternatives);
        }
    }
}
