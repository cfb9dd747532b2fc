namespace Codex.Storage.Rollouts;

/// <summary>Finds threads on disk. The files are the truth; no database is asked.</summary>
public sealed class RolloutLocator(string codexHome)
{
    /// <summary>The live rollout of a thread, or null.</summary>
    public string? FindById(string threadId) =>
        FindByDay(threadId) ?? Find(Path.Combine(codexHome, RolloutLayout.SessionsFolder), threadId);

    /// <summary>The archived rollout of a thread, or null.</summary>
    public string? FindArchivedById(string threadId) => Find(Path.Combine(codexHome, RolloutLayout.ArchivedFolder), threadId);

    /// <summary>The thread that was written to last among those that fit, or null.</summary>
    /// <param name="modelProvider">Only threads of this provider; null for any.</param>
    /// <param name="workingDirectory">Only threads whose last turn ran here; null for any.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public string? FindLatest(string? modelProvider, string? workingDirectory, CancellationToken cancellationToken)
    {
        foreach (var file in NewestFirst())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var summary = RolloutSummary.TryRead(file);
            if (summary is null || !summary.HasUserMessage)
                continue;
            if (modelProvider is not null && summary.ModelProvider is { } provider && provider != modelProvider)
                continue;
            if (workingDirectory is null || summary.LastWorkingDirectory == workingDirectory)
                return file;
        }

        return null;
    }

    /// <summary>The newest thread whose name is the given one, or whose first message is; null when there is none.</summary>
    public string? FindByName(string name, string? workingDirectory, CancellationToken cancellationToken)
    {
        if (SessionIndex.FindByName(codexHome, name) is { } id && FindById(id) is { } named)
        {
            if (workingDirectory is null || RolloutSummary.TryRead(named)?.LastWorkingDirectory == workingDirectory)
                return named;
        }

        foreach (var file in NewestFirst())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var summary = RolloutSummary.TryRead(file);
            if (summary?.FirstUserMessage == name && (workingDirectory is null || summary.LastWorkingDirectory == workingDirectory))
                return file;
        }

        return null;
    }

    /// <summary>The thread of an interface, not of <c>codex exec</c>, that bears a name and was written to last; null when there is none.</summary>
    /// <param name="name">The whole name.</param>
    /// <param name="isArchived">Whether archived threads are looked at, instead of live ones.</param>
    public string? FindInteractiveByName(string name, bool isArchived)
    {
        var names = SessionIndex.ReadNames(codexHome);
        return NewestFirst(isArchived ? RolloutLayout.ArchivedFolder : RolloutLayout.SessionsFolder).FirstOrDefault(path =>
            RolloutLayout.ThreadIdOf(path) is { } id
            && names.GetValueOrDefault(id) == name
            && RolloutSummary.TryRead(path) is { IsInteractive: true, HasUserMessage: true });
    }

    /// <summary>Whether any thread, live or archived, holds something that the user said.</summary>
    public bool HasConversations() => NewestFirst().Concat(NewestFirst(RolloutLayout.ArchivedFolder))
        .Any(static path => RolloutSummary.TryRead(path) is { HasUserMessage: true });

    private IEnumerable<string> NewestFirst(string folder = RolloutLayout.SessionsFolder) =>
        Files(Path.Combine(codexHome, folder))
            .Select(static path => (Path: path, Written: File.GetLastWriteTimeUtc(path)))
            .OrderByDescending(static file => file.Written)
            .ThenByDescending(static file => file.Path, StringComparer.Ordinal)
            .Select(static file => file.Path);

    // A thread id carries its time, a folder its day: three folders instead of all of them.
    private string? FindByDay(string threadId)
    {
        if (RolloutLayout.CreationDayOf(threadId) is not { } day)
            return null;
        for (var offset = -1; offset <= 1; offset++)
        {
            if (Find(RolloutLayout.FolderFor(codexHome, day.AddDays(offset)), threadId) is { } path)
                return path;
        }

        return null;
    }

    private static string? Find(string folder, string threadId)
    {
        foreach (var path in Files(folder))
        {
            if (string.Equals(RolloutLayout.ThreadIdOf(path), threadId, StringComparison.OrdinalIgnoreCase))
                return path;
        }

        return null;
    }

    private static IEnumerable<string> Files(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "rollout-*.jsonl", SearchOption.AllDirectories)
        : [];
}
