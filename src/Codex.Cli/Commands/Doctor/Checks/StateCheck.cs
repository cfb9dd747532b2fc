using Codex.Cli.Commands.Doctor.Report;
using Codex.Cli.Commands.Doctor.Text;
using Codex.Storage.Rollouts;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Whether the places for state are there and the databases are whole.</summary>
internal static class StateCheck
{
    private const string Id = "state.paths";
    private const string Category = "state";

    private static readonly (string Label, string File)[] s_databases =
        [("state DB", StateDatabases.Threads), ("log DB", "logs_2.sqlite"), ("goals DB", "goals_1.sqlite"), ("memories DB", "memories_1.sqlite")];

    /// <summary>Makes the check.</summary>
    public static DoctorCheck Run(ConfiguredContext context)
    {
        var config = context.Config;
        var details = new DetailList();
        details.Add("CODEX_HOME", PathFacts.Describe(config.CodexHome));
        details.Add("log dir", PathFacts.Describe(config.LogDirectory));
        details.Add("sqlite home", PathFacts.Describe(config.SqliteHome));
        var isWhole = true;
        foreach (var (label, file) in s_databases)
            isWhole &= AddDatabase(details, label, Path.Combine(config.SqliteHome, file));
        AddRollouts(details, "active rollout files", Path.Combine(config.CodexHome, RolloutLayout.SessionsFolder));
        AddRollouts(details, "archived rollout files", Path.Combine(config.CodexHome, RolloutLayout.ArchivedFolder));
        return new DoctorCheck
        {
            Id = Id,
            Category = Category,
            Status = isWhole ? DoctorStatus.Ok : DoctorStatus.Fail,
            Summary = isWhole ? "paths and databases can be looked at" : "a database is damaged",
            Details = details.Details,
            Remediation = isWhole ? null : "Keep a copy of CODEX_HOME, then remove the damaged database: threads are found again in their files.",
        };
    }

    /// <summary>The check without a configuration.</summary>
    public static DoctorCheck RunWithoutConfiguration(DoctorContext context)
    {
        var details = new DetailList();
        if (context.CodexHome is { } home)
            details.Add("CODEX_HOME", home);
        else
            details.Remark(context.CodexHomeProblem ?? "");
        return new DoctorCheck
        {
            Id = Id,
            Category = Category,
            Status = context.CodexHome is null ? DoctorStatus.Warning : DoctorStatus.Ok,
            Summary = context.CodexHome is null ? "CODEX_HOME cannot be told" : "CODEX_HOME is known without the configuration",
            Details = details.Details,
        };
    }

    private static bool AddDatabase(DetailList details, string label, string path)
    {
        details.Add(label, PathFacts.Describe(path));
        var integrity = File.Exists(path) ? StateDatabases.Integrity(path) : "skipped (missing)";
        details.Add(label + " integrity", integrity);
        return integrity == "ok" || integrity.StartsWith("skipped", StringComparison.Ordinal);
    }

    private static void AddRollouts(DetailList details, string label, string folder)
    {
        try
        {
            var (files, bytes) = RolloutInventory.Measure(folder);
            details.Add(label, new RolloutCount(files, bytes).Fact);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            details.Add(label, $"scan failed ({Platform.Errno.Describe(exception)})");
        }
    }
}
