using Codex.Cli.Commands.Doctor.Report;
using Codex.Platform.Sqlite;
using Codex.Storage.Rollouts;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Whether the list of threads in the database agrees with the files.</summary>
internal static class ThreadsCheck
{
    private const int Samples = 5;

    /// <summary>Makes the check.</summary>
    public static DoctorCheck Run(ConfiguredContext context)
    {
        var inventory = RolloutInventory.Scan(context.Config.CodexHome);
        var details = new DetailList();
        details.Add("default model provider", context.Config.ModelProvider.Id);
        details.Add("rollout DB active files", inventory.Files.Count(static file => !file.IsArchived));
        details.Add("rollout DB archived files", inventory.Files.Count(static file => file.IsArchived));
        details.Add("rollout DB scan errors", inventory.Problems.Count);
        details.Add("rollout DB malformed file names", inventory.Nameless.Count);
        details.Add("rollout DB scan cap reached", inventory.IsCut);
        details.AddAll("rollout DB scan error sample", inventory.Problems.Take(Samples));
        details.AddAll("rollout DB malformed file sample", inventory.Nameless.Take(Samples));
        var database = Path.Combine(context.Config.SqliteHome, StateDatabases.Threads);
        return File.Exists(database) ? Compare(context, inventory, database, details) : WithoutDatabase(inventory, details);
    }

    private static DoctorCheck Compare(ConfiguredContext context, RolloutInventory inventory, string database, DetailList details)
    {
        try
        {
            var comparison = new ThreadComparison(context.Config.CodexHome, inventory, StateDatabases.ReadThreads(database));
            comparison.Add(details);
            DoctorIssue[] issues = [.. comparison.Issues(), .. ScanIssues(inventory)];
            return issues.Length == 0 ? Check("files and database list the same threads", details) : Check("files and database do not list the same threads", details, issues);
        }
        catch (SqliteException exception) when (exception.IsLibraryMissing)
        {
            details.Add("rollout DB rows", "skipped (SQLite is not on this system)");
            return Check("the database was not looked at", details, [.. ScanIssues(inventory)]);
        }
        catch (SqliteException exception)
        {
            details.Add("rollout DB read error", exception.Message);
            return Check(
                "the list of threads in the database cannot be read",
                details,
                new DoctorIssue(DoctorStatus.Warning, "the threads in the database cannot be read") { Measured = exception.Message, Expected = "readable threads table" });
        }
    }

    private static DoctorCheck WithoutDatabase(RolloutInventory inventory, DetailList details)
    {
        details.Add("rollout DB rows", "skipped (state DB missing)");
        if (inventory.Files.Count == 0)
            return Check(inventory.IsClean ? "there is nothing to compare" : "not all files of threads could be read", details, [.. ScanIssues(inventory)]);
        var missing = new DoctorIssue(DoctorStatus.Warning, "there are files of threads, but no database")
        {
            Measured = $"{inventory.Files.Count} rollout files",
            Expected = "state DB contains matching thread rows",
            Remedy = "Nothing has to be done: the files are what counts, and a database is made from them.",
        };
        return Check("there are files of threads, but no database", details, [missing, .. ScanIssues(inventory)]) with { Remediation = missing.Remedy };
    }

    private static IEnumerable<DoctorIssue> ScanIssues(RolloutInventory inventory)
    {
        if (inventory.IsClean)
            yield break;
        yield return new DoctorIssue(DoctorStatus.Warning, "not all files of threads could be read")
        {
            Measured = $"{inventory.Problems.Count} scan errors, {inventory.Nameless.Count} malformed names, scan cap reached: {(inventory.IsCut ? "true" : "false")}",
            Expected = "rollout directories are fully scannable",
            Remedy = "Look at the permissions below `sessions` in CODEX_HOME, and for files that do not belong there.",
        };
    }

    private static DoctorCheck Check(string summary, DetailList details, params DoctorIssue[] issues) => new()
    {
        Id = "state.rollout_db_parity",
        Category = "threads",
        Status = issues.Length == 0 ? DoctorStatus.Ok : DoctorStatus.Warning,
        Summary = summary,
        Details = details.Details,
        Issues = issues,
    };
}
