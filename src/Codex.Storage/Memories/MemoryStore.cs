using Codex.Platform.Sqlite;

namespace Codex.Storage.Memories;

/// <summary>What is kept about earlier sessions: rows of a database and files (<c>codex-rs/state/src/runtime/memories.rs</c>).</summary>
/// <param name="codexHome">CODEX_HOME.</param>
/// <param name="databaseFolder">Where the database is.</param>
public sealed class MemoryStore(string codexHome, string databaseFolder)
{
    private const string ClearOutputs = "DELETE FROM stage1_outputs";
    private const string ClearJobs = "DELETE FROM jobs WHERE kind IN ('memory_stage1', 'memory_consolidate_global')";

    private static readonly string[] s_folders = ["memories", "memories_extensions"];

    /// <summary>The database.</summary>
    public string DatabasePath { get; } = Path.Join(databaseFolder, "memories_1.sqlite");

    /// <summary>Removes what the database has, and the work on it that is under way.</summary>
    /// <returns>Whether there is a database.</returns>
    /// <exception cref="SqliteException">It cannot be changed; nothing was.</exception>
    public bool ClearDatabase()
    {
        if (!File.Exists(DatabasePath))
            return false;
        using var database = SqliteDatabase.OpenExisting(DatabasePath);
        database.Execute("BEGIN IMMEDIATE");
        database.Execute(ClearOutputs);
        database.Execute(ClearJobs);
        database.Execute("COMMIT");
        return true;
    }

    /// <summary>Empties the folders; they are made where they are missing.</summary>
    /// <exception cref="IOException">A folder is a link to another place, or something in it cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">Something cannot be removed.</exception>
    public void ClearFolders()
    {
        foreach (var name in s_folders)
            Clear(new DirectoryInfo(Path.Join(codexHome, name)));
    }

    private static void Clear(DirectoryInfo folder)
    {
        if (folder.LinkTarget is not null)
            throw new IOException($"refusing to clear symlinked memory root {folder.FullName}");
        folder.Create();
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo { LinkTarget: null } directory)
                directory.Delete(recursive: true);
            else
                entry.Delete();
        }
    }
}
