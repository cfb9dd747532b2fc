namespace Codex.Execution.Network.Inspection;

/// <summary>Path and query of a request as hooks look at them.</summary>
internal readonly ref struct RequestPath
{
    private const int MaximumEncodings = 4;

    private readonly string _query;

    internal RequestPath(string target)
    {
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        (Path, _query) = mark < 0 ? (target, "") : (target[..mark], target[(mark + 1)..]);
    }

    /// <summary>The path, as written.</summary>
    internal string Path { get; }

    /// <summary>
    /// Whether a server could take it for another path than it seems to be: dots that lead upwards, written as they are or in
    /// disguise. Such a path may begin like an allowed one and lead elsewhere.
    /// </summary>
    internal bool IsAmbiguous
    {
        get
        {
            var path = Path;
            for (var round = 0; round < MaximumEncodings && path.Contains('%', StringComparison.Ordinal); round++)
                path = Uri.UnescapeDataString(path);
            foreach (var component in path.Split('/', '\\'))
            {
                // What follows a semicolon are parameters of the component, which some servers drop first.
                if (component.Split(';')[0] is "." or "..")
                    return true;
            }

            return path.Contains('#', StringComparison.Ordinal);
        }
    }

    /// <summary>Whether a parameter has one of some values.</summary>
    internal bool Has(string name, ReadOnlySpan<HookPattern> values)
    {
        foreach (var pair in _query.Split('&'))
        {
            var mark = pair.IndexOf('=', StringComparison.Ordinal);
            if (Decode(mark < 0 ? pair : pair[..mark]) != name)
                continue;
            var value = mark < 0 ? "" : Decode(pair[(mark + 1)..]);
            foreach (var pattern in values)
            {
                if (pattern.Matches(value))
                    return true;
            }
        }

        return false;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
