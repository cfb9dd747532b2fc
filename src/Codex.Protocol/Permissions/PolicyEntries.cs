namespace Codex.Protocol.Permissions;

/// <summary>Rules about which entries a list of entries needs.</summary>
internal static class PolicyEntries
{
    /// <summary>
    /// Whether two places are the same one, as far as that is certain without a host: named places by name,
    /// <c>/</c> and <c>/tmp</c> also by path.
    /// </summary>
    public static bool ShareTarget(FileSystemPath left, FileSystemPath right) => (left, right) switch
    {
        (FileSystemPath.Absolute path, FileSystemPath.Special special) => IsAt(special.Value, path.Path),
        (FileSystemPath.Special special, FileSystemPath.Absolute path) => IsAt(special.Value, path.Path),
        _ => left == right,
    };

    /// <summary>Adds read entries for the paths that no entry speaks about yet.</summary>
    public static void AddReadOnly(List<FileSystemSandboxEntry> entries, IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            AddReadOnly(entries, new FileSystemPath.Absolute(path));
        }
    }

    /// <summary>Adds a read entry unless some entry speaks about the same place.</summary>
    public static void AddReadOnly(List<FileSystemSandboxEntry> entries, FileSystemPath path)
    {
        if (!entries.Exists(entry => ShareTarget(entry.Path, path)))
        {
            entries.Add(new(path, FileSystemAccessMode.Read));
        }
    }

    private static bool IsAt(FileSystemSpecialPath place, string path) => place.Kind switch
    {
        "root" => Path.GetPathRoot(path) == path,
        "slash_tmp" => path == "/tmp",
        _ => false,
    };
}
