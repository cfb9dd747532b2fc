using Codex.Platform.Sqlite;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Looks into the databases of the original; nothing is changed.</summary>
internal static class StateDatabases
{
    /// <summary>The file that lists threads.</summary>
    public const string Threads = "state_5.sqlite";

    /// <summary>What SQLite says about a file: <c>ok</c>, the damage, or why it was not looked at.</summary>
    public static string Integrity(string path)
    {
        try
        {
            using var database = SqliteDatabase.OpenReadOnly(path);
            return string.Join("; ", database.Query("PRAGMA integrity_check").Select(static row => row[0] ?? ""));
        }
        catch (SqliteException exception)
        {
            return exception.IsLibraryMissing ? "skipped (SQLite is not on this system)" : exception.Message;
        }
    }

    /// <summary>The threads that are listed.</summary>
    /// <exception cref="SqliteException">They cannot be read.</exception>
    public static IReadOnlyList<ThreadRow> ReadThreads(string path)
    {
        using var database = SqliteDatabase.OpenReadOnly(path);
        return [.. database.Query("SELECT id, rollout_path, archived, source, model_provider FROM threads ORDER BY id")
            .Select(static row => new ThreadRow(row[0] ?? "", row[1] ?? "", row[2] is not (null or "0"), row[3] ?? "", row[4] ?? ""))];
    }
}
