namespace Codex.Formats.Ignore;

/// <summary>
/// The ignore files of a directory tree. As in git nothing inside an ignored directory can be brought back. Unlike in git a file
/// further in cannot bring back what one further out ignores: whoever may write in a directory must not lift the rules above it.
/// </summary>
/// <param name="files">The files by the directory they lie in, as components joined by <c>/</c>; the root is the empty text.</param>
public sealed class IgnoreTree(IReadOnlyDictionary<string, IgnoreFile> files)
{
    /// <summary>Whether a path, or a directory that it is in, is ignored.</summary>
    /// <param name="path">Relative to the root, with <c>/</c> between components; never with <c>..</c>.</param>
    /// <param name="isDirectory">Whether the path itself is a directory.</param>
    public bool IsIgnored(string path, bool isDirectory)
    {
        ArgumentNullException.ThrowIfNull(path);
        var components = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var length = 1; length <= components.Length; length++)
        {
            if (Decide(components.AsSpan(0, length), isDirectory || length < components.Length))
                return true;
        }

        return false;
    }

    private bool Decide(ReadOnlySpan<string> path, bool isDirectory)
    {
        for (var depth = 0; depth < path.Length; depth++)
        {
            if (files.TryGetValue(string.Join('/', path[..depth]!), out var file) && file.Decide(path[depth..], isDirectory) is true)
                return true;
        }

        return false;
    }
}
