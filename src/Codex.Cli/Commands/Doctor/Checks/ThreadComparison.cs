using System.Globalization;
using System.Text.Json;
using Codex.Cli.Commands.Doctor.Report;
using Codex.Storage.Rollouts;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Compares the files of threads with the rows of the database.</summary>
internal sealed class ThreadComparison
{
    private const int Samples = 5;
    private const int ShownKinds = 8;
    private const string Skipped = "skipped (scan cap reached)";

    private readonly IReadOnlyList<ThreadRow> rows;
    private readonly bool isComplete;
    private readonly string[] missingActive;
    private readonly string[] missingArchived;
    private readonly string[] stale;
    private readonly string[] misplaced;
    private readonly string[] repeatedIds;
    private readonly string[] repeatedPaths;

    public ThreadComparison(string codexHome, RolloutInventory inventory, IReadOnlyList<ThreadRow> rows)
    {
        this.rows = rows;
        isComplete = !inventory.IsCut;
        var listed = rows.Select(static row => (row.RolloutPath, row.Id)).ToHashSet();
        RolloutFile[] missing = [.. inventory.Files.Where(file => !listed.Contains((file.Path, file.ThreadId)))];
        missingActive = [.. missing.Where(static file => !file.IsArchived).Select(static file => file.Path)];
        missingArchived = [.. missing.Where(static file => file.IsArchived).Select(static file => file.Path)];
        stale = isComplete ? [.. rows.Where(static row => !File.Exists(row.RolloutPath)).Select(static row => row.RolloutPath)] : [];
        var archive = Path.Combine(codexHome, RolloutLayout.ArchivedFolder) + Path.DirectorySeparatorChar;
        var sessions = Path.Combine(codexHome, RolloutLayout.SessionsFolder) + Path.DirectorySeparatorChar;
        misplaced = isComplete ? [.. rows.Where(IsMisplaced).Select(static row => row.RolloutPath)] : [];
        repeatedIds = Repeated(inventory.Files.Select(static file => file.ThreadId));
        repeatedPaths = Repeated(rows.Select(static row => row.RolloutPath));

        bool IsMisplaced(ThreadRow row) => File.Exists(row.RolloutPath)
            && row.RolloutPath.StartsWith(row.IsArchived ? sessions : archive, StringComparison.Ordinal);
    }

    /// <summary>Adds numbers and examples.</summary>
    public void Add(DetailList details)
    {
        var archived = rows.Count(static row => row.IsArchived);
        details.Add("rollout DB rows", rows.Count);
        details.Add("rollout DB active rows", rows.Count - archived);
        details.Add("rollout DB archived rows", archived);
        details.Add("rollout DB missing active rows", missingActive.Length);
        details.Add("rollout DB missing archived rows", missingArchived.Length);
        details.Add("rollout DB stale rows", isComplete ? stale.Length.ToString(CultureInfo.InvariantCulture) : Skipped);
        details.Add("rollout DB archive mismatches", isComplete ? misplaced.Length.ToString(CultureInfo.InvariantCulture) : Skipped);
        details.Add("rollout DB duplicate rollout thread ids", repeatedIds.Length);
        details.Add("rollout DB duplicate DB paths", repeatedPaths.Length);
        details.Add("rollout DB model providers", Kinds(rows.Select(static row => row.Provider)));
        details.Add("rollout DB sources", Kinds(rows.Select(static row => Source(row.Source))));
        details.AddAll("rollout DB missing active sample", missingActive.Take(Samples));
        details.AddAll("rollout DB missing archived sample", missingArchived.Take(Samples));
        details.AddAll("rollout DB stale row sample", stale.Take(Samples));
        details.AddAll("rollout DB archive mismatch sample", misplaced.Take(Samples));
        details.AddAll("rollout DB duplicate rollout thread id sample", repeatedIds.Take(Samples));
        details.AddAll("rollout DB duplicate DB path sample", repeatedPaths.Take(Samples));
    }

    /// <summary>What does not agree.</summary>
    public IEnumerable<DoctorIssue> Issues()
    {
        if (missingActive.Length + missingArchived.Length > 0)
            yield return Issue("files of threads are not in the database", $"{missingActive.Length} active, {missingArchived.Length} archived", "every rollout file has a matching threads row");
        if (stale.Length > 0)
            yield return Issue("rows of the database name files that are gone", $"{stale.Length} stale rows", "every state DB rollout path is a file on disk");
        if (misplaced.Length > 0)
            yield return Issue("rows of the database and places of files disagree about the archive", $"{misplaced.Length} mismatched rows", "rows under archived_sessions are archived and rows under sessions are active");
        if (repeatedIds.Length + repeatedPaths.Length > 0)
            yield return Issue("threads are listed more than once", $"{repeatedIds.Length} duplicate rollout thread ids, {repeatedPaths.Length} duplicate DB paths", "one rollout path and thread id per thread");
    }

    private static DoctorIssue Issue(string cause, string measured, string expected) =>
        new(DoctorStatus.Warning, cause) { Measured = measured, Expected = expected };

    private static string[] Repeated(IEnumerable<string> names) =>
        [.. names.GroupBy(static name => name).Where(static group => group.Skip(1).Any()).Select(static group => group.Key).Order(StringComparer.Ordinal)];

    private static string Kinds(IEnumerable<string> names)
    {
        var counts = names.GroupBy(static name => name).Select(static group => (Name: group.Key, Count: group.Count()))
            .OrderByDescending(static kind => kind.Count).ThenBy(static kind => kind.Name, StringComparer.Ordinal).ToArray();
        if (counts.Length == 0)
            return "none";
        var parts = counts.Take(ShownKinds).Select(static kind => $"{kind.Name}={kind.Count}").ToList();
        if (counts.Length > ShownKinds)
            parts.Add($"other={counts.Skip(ShownKinds).Sum(static kind => kind.Count)} across {counts.Length - ShownKinds} categories");
        return string.Join(", ", parts);
    }

    // A word, or an object whose only member is the kind.
    private static string Source(string source)
    {
        if (!source.StartsWith('{'))
            return source.Trim('"') is "cli" or "vscode" or "exec" or "mcp" or "unknown" ? source.Trim('"') : "unparsable";
        try
        {
            using var document = JsonDocument.Parse(source);
            var member = document.RootElement.EnumerateObject().First();
            return member.Name switch
            {
                "custom" => "custom",
                "subagent" => "subagent:" + Kind(member.Value),
                "internal" => "internal:" + Kind(member.Value),
                _ => "unparsable",
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return "unparsable";
        }
    }

    private static string Kind(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.EnumerateObject().First().Name;
}
