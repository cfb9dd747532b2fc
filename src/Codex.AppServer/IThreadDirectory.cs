namespace Codex.AppServer;

/// <summary>Finds stored threads. All results are paths of rollout files; null means there is none.</summary>
public interface IThreadDirectory
{
    /// <summary>The live rollout of a thread.</summary>
    string? FindById(string threadId);

    /// <summary>The archived rollout of a thread.</summary>
    string? FindArchivedById(string threadId);

    /// <summary>The thread that was written to last; null filters take any.</summary>
    string? FindLatest(string? modelProvider, string? workingDirectory, CancellationToken cancellationToken);

    /// <summary>The newest thread of that name or title; a null directory takes any.</summary>
    string? FindByName(string name, string? workingDirectory, CancellationToken cancellationToken);

    /// <summary>The thread that a rollout file belongs to.</summary>
    string? ThreadIdOf(string rolloutPath);
}
