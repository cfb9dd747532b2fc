using System.Globalization;
using Codex.Platform.Sqlite;

namespace Codex.Storage.Rollouts;

/// <summary>
/// The list of threads that other versions keep in a database beside the files. We never ask it, but programs that do should
/// not be told what is no longer so.
/// </summary>
/// <param name="folder">Where the database is, if there is one.</param>
internal sealed class ThreadList(string folder)
{
    private const string FileName = "state_5.sqlite";

    private const string MoveRow =
        "UPDATE threads SET rollout_path = ?, updated_at = ?, updated_at_ms = ?, archived = ?, archived_at = ? WHERE id = ?";

    /// <summary>Notes where a thread is now; a list that cannot be changed is left to the programs that keep it.</summary>
    /// <param name="threadId">The thread.</param>
    /// <param name="path">Its file.</param>
    /// <param name="writtenAt">When the file was written last.</param>
    /// <param name="archivedAt">When it was put away; null for a live thread.</param>
    public void Move(string threadId, string path, DateTimeOffset writtenAt, DateTimeOffset? archivedAt)
    {
        var database = Path.Join(folder, FileName);
        if (!File.Exists(database))
            return;
        try
        {
            using var list = SqliteDatabase.OpenExisting(database);
            list.Execute(
                MoveRow,
                path,
                Number(writtenAt.ToUnixTimeSeconds()),
                Number(writtenAt.ToUnixTimeMilliseconds()),
                archivedAt is null ? "0" : "1",
                archivedAt is { } time ? Number(time.ToUnixTimeSeconds()) : null,
                threadId.ToLowerInvariant());
        }
        catch (SqliteException)
        {
            // Those programs compare their list with the files themselves.
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
