namespace Codex.Execution.Sandbox.Planning;

/// <summary>A path pattern: <c>*</c> and <c>?</c> stay inside a component, <c>**</c> does not, <c>[…]</c> is a class, <c>{a,b}</c> alternatives.</summary>
internal sealed class GlobPattern
{
    private readonly IReadOnlyList<string> _alternatives;

    private GlobPattern(IReadOnlyList<string> alternatives) => _alternatives = alternatives;

    public static GlobPattern Parse(string pattern)
    {
        var alternatives = new List<string>();
        Expand(pattern, alternatives);
        return new(alternatives);
    }

    public bool Matches(ReadOnlySpan<char> path)
    {
        foreach (var pattern in _alternatives)
        {
            if (Matches(pattern, path))
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
            return;
        }

        foreach (var choice in pattern[(open + 1)..close].Split(','))
        {
            Expand(pattern[..open] + choice + pattern[(close + 1)..], alternatives);
        }
    }

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        while (!pattern.IsEmpty)
        {
            if (pattern.StartsWith("**"))
            {
                return MatchesAnyDepth(pattern.TrimStart('*'), path);
            }

            if (pattern[0] == '*')
            {
                return MatchesWithinComponent(pattern[1..], path);
            }

            var length = path.IsEmpty ? 0 : MatchOne(pattern, path[0]);
            if (length == 0)
            {
                return false;
            }

            pattern = pattern[length..];
            path = path[1..];
        }

        return path.IsEmpty;
    }

    private static bool MatchesAnyDepth(ReadOnlySpan<char> rest, ReadOnlySpan<char> path)
    {
        if (rest.IsEmpty)
        {
            return true;
        }

        // "**/x" matches x at every depth, the first included.
        var tail = rest[0] == '/' ? rest[1..] : rest;
        for (var start = 0; start <= path.Length; start++)
        {
            if ((start == 0 || rest[0] != '/' || path[start - 1] == '/') && Matches(tail, path[start..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MatchesWithinComponent(ReadOnlySpan<char> rest, ReadOnlySpan<char> path)
    {
        for (var start = 0; start <= path.Length; start++)
        {
            if (Matches(rest, path[start..]))
            {
                return true;
            }

            if (start < path.Length && path[start] == '/')
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>How much of the pattern matches the one character; 0 when it does not.</summary>
    private static int MatchOne(ReadOnlySpan<char> pattern, char character)
    {
        var close = pattern[0] == '[' && pattern.Length > 2 ? pattern[2..].IndexOf(']') + 2 : 1;
        if (close >= 2)
        {
            return character != '/' && InClass(pattern[1..close], character) ? close + 1 : 0;
        }

        return pattern[0] == '?' ? (character == '/' ? 0 : 1) : pattern[0] == character ? 1 : 0;
    }

    private static bool InClass(ReadOnlySpan<char> set, char character)
    {
        var negated = set[0] is '!' or '^';
        var found = false;
        for (var index = negated ? 1 : 0; index < set.Length; index++)
        {
            var isRange = index + 2 < set.Length && set[index + 1] == '-';
            found |= isRange ? character >= set[index] && character <= set[index + 2] : character == set[index];
            index += isRange ? 2 : 0;
        }

        return found != negated;
    }
}
