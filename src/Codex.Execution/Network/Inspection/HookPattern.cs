using Codex.Formats.Ignore;

namespace Codex.Execution.Network.Inspection;

/// <summary>
/// What a hook compares with: a literal text, or behind <c>pattern:</c> a glob with <c>*</c>, <c>?</c>, <c>[…]</c>, <c>{a,b}</c> and
/// backslashes. In paths a star stays within a component, and <c>**</c> is any number of components.
/// </summary>
public sealed class HookPattern
{
    private const string PatternMark = "pattern:";
    private const string LiteralMark = "literal:";
    private const int MaximumAlternatives = 64;

    private readonly string? _literal;
    private readonly string[] _globs;

    private HookPattern(string? literal, string[] globs) => (_literal, _globs) = (literal, globs);

    /// <summary>Reads a value of the configuration.</summary>
    /// <exception cref="InvalidHookException">It is no pattern.</exception>
    public static HookPattern Parse(string text)
    {
        if (!text.StartsWith(PatternMark, StringComparison.Ordinal))
            return new(text.StartsWith(LiteralMark, StringComparison.Ordinal) ? text[LiteralMark.Length..] : text, []);
        var glob = text[PatternMark.Length..];
        return glob.Length > 0 ? new(null, Alternatives(glob)) : throw new InvalidHookException("glob pattern must not be empty");
    }

    /// <summary>Whether it is a literal text without a character.</summary>
    internal bool IsEmpty => _literal is "";

    /// <summary>Whether a value fits as a whole.</summary>
    public bool Matches(string value) => _literal is not null ? _literal == value : Array.Exists(_globs, glob => SegmentGlob.Fits(glob, value));

    /// <summary>Whether a path begins with the text, or fits the pattern as a whole.</summary>
    public bool MatchesPath(string path) => _literal is not null
        ? path.StartsWith(_literal, StringComparison.Ordinal)
        : Array.Exists(_globs, glob => FitsComponents(glob.Split('/'), path.Split('/')));

    // Every place of the pattern that some beginning of the path leads to: no pattern takes more than the product of both lengths.
    private static bool FitsComponents(string[] pattern, string[] path)
    {
        var places = new bool[pattern.Length + 1];
        places[0] = true;
        PassEmpty(places, pattern);
        foreach (var component in path)
        {
            var next = new bool[places.Length];
            for (var place = 0; place < pattern.Length; place++)
            {
                if (places[place] && pattern[place] is "**")
                    next[place] = next[place + 1] = true;
                else if (places[place] && SegmentGlob.Fits(pattern[place], component))
                    next[place + 1] = true;
            }

            places = next;
            PassEmpty(places, pattern);
        }

        return places[^1];
    }

    // At the end stars need something to stand for.
    private static void PassEmpty(bool[] places, string[] pattern)
    {
        for (var place = 0; place < pattern.Length - 1; place++)
            places[place + 1] |= places[place] && pattern[place] is "**";
    }

    private static string[] Alternatives(string glob)
    {
        List<string> found = [];
        Expand("", glob, found);
        return [.. found];
    }

    private static void Expand(string before, ReadOnlySpan<char> rest, List<string> found)
    {
        var open = FindOutside(rest, 0, "{}");
        if (open < 0)
        {
            found.Add($"{before}{rest}");
            if (found.Count > MaximumAlternatives)
                throw new InvalidHookException($"glob pattern has more than {MaximumAlternatives} alternatives");
            return;
        }

        var close = rest[open] is '{' ? FindClose(rest, open) : throw new InvalidHookException("glob pattern closes alternatives that it did not open");
        for (var start = open + 1; start <= close;)
        {
            var end = FindComma(rest, start, close);
            // The other alternatives go on with what follows the last one.
            Expand(before + rest[..open].ToString(), string.Concat(rest[start..end], rest[(close + 1)..]), found);
            start = end + 1;
        }
    }

    private static int FindClose(ReadOnlySpan<char> glob, int open)
    {
        var depth = 0;
        for (var at = open; at >= 0; at = FindOutside(glob, at + 1, "{}"))
        {
            depth += glob[at] is '{' ? 1 : -1;
            if (depth is 0)
                return at;
        }

        throw new InvalidHookException("glob pattern opens alternatives that it does not close");
    }

    private static int FindComma(ReadOnlySpan<char> glob, int start, int close)
    {
        var depth = 0;
        for (var at = FindOutside(glob, start, "{},"); at >= 0 && at < close; at = FindOutside(glob, at + 1, "{},"))
        {
            if (glob[at] is ',' && depth is 0)
                return at;
            depth += glob[at] switch { '{' => 1, '}' => -1, _ => 0 };
        }

        return close;
    }

    /// <summary>The next of some characters that is neither escaped nor in a set; -1 when there is none.</summary>
    private static int FindOutside(ReadOnlySpan<char> glob, int start, string wanted)
    {
        for (var at = start; at < glob.Length; at++)
        {
            if (glob[at] is '\\')
                at = at + 1 < glob.Length ? at + 1 : throw new InvalidHookException("glob pattern ends with a backslash");
            else if (glob[at] is '[')
                at = EndOfSet(glob, at);
            else if (wanted.Contains(glob[at], StringComparison.Ordinal))
                return at;
        }

        return -1;
    }

    private static int EndOfSet(ReadOnlySpan<char> glob, int open)
    {
        var first = open + 1 < glob.Length && glob[open + 1] is '!' or '^' ? open + 2 : open + 1;
        var length = first + 1 < glob.Length ? glob[(first + 1)..].IndexOf(']') : -1;
        return length >= 0 ? first + 1 + length : throw new InvalidHookException("glob pattern has a set without an end");
    }
}
