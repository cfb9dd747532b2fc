namespace Codex.Storage.Rollouts;

/// <summary>Puts threads away and brings them back (<c>codex-rs/thread-store/src/local/archive_thread.rs</c>, <c>unarchive_thread.rs</c>).</summary>
/// <param name="codexHome">CODEX_HOME.</param>
/// <param name="databaseFolder">Where other programs keep their list of threads.</param>
/// <param name="clock">The clock.</param>
public sealed class ThreadArchive(string codexHome, string databaseFolder, TimeProvider clock)
{
    private readonly RolloutLocator _locator = new(codexHome);
    private readonly ThreadList _list = new(databaseFolder);

    /// <summary>Moves a live thread to the archive.</summary>
    /// <exception cref="RolloutException">There is no such live thread, or the archive has a file of its name.</exception>
    /// <exception cref="IOException">It cannot be moved.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be moved.</exception>
    public void Archive(string threadId)
    {
        var source = _locator.FindById(threadId)
            ?? throw new RolloutException(codexHome, "no live session has this id");
        var target = Move(source, Path.Combine(codexHome, RolloutLayout.ArchivedFolder));
        _list.Move(threadId, target, File.GetLastWriteTimeUtc(target), archivedAt: clock.GetUtcNow());
    }

    /// <summary>Moves an archived thread back to the folder of its day. It counts as just written to.</summary>
    /// <exception cref="RolloutException">There is no such archived thread, its name tells no day, or there is a live file of its name.</exception>
    /// <exception cref="IOException">It cannot be moved.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be moved.</exception>
    public void Unarchive(string threadId)
    {
        var source = _locator.FindArchivedById(threadId)
            ?? throw new RolloutException(codexHome, "no archived session has this id");
        var folder = RolloutLayout.FolderFor(codexHome, Path.GetFileName(source))
            ?? throw new RolloutException(source, "the name of its file tells no day");
        var target = Move(source, folder);
        var now = clock.GetUtcNow();
        File.SetLastWriteTimeUtc(target, now.UtcDateTime);
        _list.Move(threadId, target, now, archivedAt: null);
    }

    // A file that is in the way is a conversation, too: nothing is replaced.
    private static string Move(string source, string folder)
    {
        var target = Path.Combine(folder, Path.GetFileName(source));
        if (File.Exists(target))
            throw new RolloutException(target, $"`{folder}` has a file of its name");
        Directory.CreateDirectory(folder);
        File.Move(source, target);
        return target;
    }
}
