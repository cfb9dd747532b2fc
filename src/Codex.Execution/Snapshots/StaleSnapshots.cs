namespace Codex.Execution.Snapshots;

/// <summary>Removes what sessions left behind that could not clean up: snapshots of threads that are gone or rest for days.</summary>
internal static class StaleSnapshots
{
    private static readonly TimeSpan s_retention = TimeSpan.FromDays(3);

    internal static void Remove(ShellSnapshotOptions options, DateTimeOffset now)
    {
        foreach (var path in Directory.EnumerateFiles(options.Folder))
        {
            var thread = ThreadOf(Path.GetFileName(path));
            if (thread == options.ThreadId)
                continue;
            if (thread is null || options.LastUseOf(thread) is not { } lastUse || now - lastUse >= s_retention)
                File.Delete(path);
        }
    }

    /// <summary>The thread in a name such as <c>ID.123.sh</c>, <c>ID.sh</c> or <c>ID.tmp-123</c>; null for other names.</summary>
    internal static string? ThreadOf(string name)
    {
        var end = name.LastIndexOf('.');
        if (end < 0)
            return null;
        var (stem, extension) = (name[..end], name[(end + 1)..]);
        if (extension.StartsWith("tmp-", StringComparison.Ordinal))
            return stem;
        return extension is "sh" or "ps1" ? stem.Split('.')[0] : null;
    }
}
