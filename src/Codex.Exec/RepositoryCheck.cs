namespace Codex.Exec;

/// <summary>Whether a directory lies in a Git work tree: any ancestor holds a <c>.git</c>, be it a directory or a file.</summary>
internal static class RepositoryCheck
{
    /// <summary>Looks upwards from a directory.</summary>
    public static bool IsInside(string directory)
    {
        for (var current = directory; current is not null; current = Path.GetDirectoryName(current))
        {
            if (Path.Exists(Path.Join(current, ".git")))
                return true;
        }

        return false;
    }
}
