namespace Codex.Formats.Toml.Syntax;

/// <summary>Compares key paths.</summary>
internal static class TomlPaths
{
    public static bool AreEqual(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        left.Count == right.Count && StartsWith(left, right);

    public static bool StartsWith(IReadOnlyList<string> path, IReadOnlyList<string> prefix)
    {
        if (path.Count < prefix.Count)
            return false;
        for (var i = 0; i < prefix.Count; i++)
        {
            if (!string.Equals(path[i], prefix[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
