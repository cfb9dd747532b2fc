namespace Codex.Execution.Sandbox.Planning;

/// <summary>A pattern without alternatives, compared by following all its steps at once.</summary>
internal sealed class GlobMatcher
{
    private const int FewPlaces = 128;

    private readonly List<GlobStep> _steps = [];

    public GlobMatcher(ReadOnlySpan<char> pattern)
    {
        while (!pattern.IsEmpty)
        {
            pattern = pattern[Add(pattern)..];
        }
    }

    /// <summary>Whether a path fits.</summary>
    public bool Matches(ReadOnlySpan<char> path)
    {
        var places = _steps.Count + 1;
        var buffer = places <= FewPlaces ? stackalloc bool[3 * FewPlaces] : new bool[3 * places];
        // Where the pattern may stand, where it may stand next, and in which steps over directories it is.
        var here = buffer[..places];
        var next = buffer.Slice(places, places);
        var inside = buffer.Slice(2 * places, places);
        buffer.Clear();
        here[0] = true;
        SkipEmpty(here);
        foreach (var character in path)
        {
            next.Clear();
            for (var index = 0; index < _steps.Count; index++)
            {
                if (_steps[index].Kind == GlobStepKind.Directories)
                {
                    inside[index] |= here[index];
                    next[index + 1] |= inside[index] && character == '/';
                }
                else if (here[index] && _steps[index].Takes(character))
                {
                    next[_steps[index].Kind is GlobStepKind.Within or GlobStepKind.Anything ? index : index + 1] = true;
                }
            }

            SkipEmpty(next);
            var last = here;
            here = next;
            next = last;
        }

        return here[^1];
    }

    /// <summary>Adds what the pattern begins with; gives its length.</summary>
    private int Add(ReadOnlySpan<char> pattern)
    {
        if (pattern.StartsWith("**"))
        {
            var stars = pattern.Length - pattern.TrimStart('*').Length;
            var isDirectories = stars < pattern.Length && pattern[stars] == '/';
            _steps.Add(new(isDirectories ? GlobStepKind.Directories : GlobStepKind.Anything, ""));
            return isDirectories ? stars + 1 : stars;
        }

        var close = pattern[0] == '[' && pattern.Length > 2 ? pattern[2..].IndexOf(']') + 2 : 1;
        if (close >= 2)
        {
            _steps.Add(new(GlobStepKind.Class, pattern[1..close].ToString()));
            return close + 1;
        }

        _steps.Add(pattern[0] switch
        {
            '*' => new(GlobStepKind.Within, ""),
            '?' => new(GlobStepKind.One, ""),
            var character => new(GlobStepKind.Character, character.ToString()),
        });
        return 1;
    }

    /// <summary>Steps that may take nothing are passed at once.</summary>
    private void SkipEmpty(Span<bool> places)
    {
        for (var index = 0; index < _steps.Count; index++)
        {
            places[index + 1] |= places[index] && _steps[index].Kind is GlobStepKind.Within or GlobStepKind.Anything or GlobStepKind.Directories;
        }
    }
}
