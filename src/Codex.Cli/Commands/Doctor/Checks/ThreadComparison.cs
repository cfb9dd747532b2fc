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

    private readonly IReadOnlyList<ThreadRow> _rows;
    private readonly bool _isComplete;
    private readonly string[] _missingActive;
    private readonly string[] _missingArchived;
    private readonly string[] _stale;
    private readonly string[] _misplaced;
    private readonly string[] _repeatedIds;
    private readonly string[] _repeatedPaths;

    public ThreadComparison(string codexHome, RolloutInventory inventory, IReadOnlyList<ThreadRow> rows)
    {
        _rows = rows;
        _isComplete = !inventory.IsCut;
        var listed = rows.Select(static row => (row.RolloutPath, row.Id)).ToHashSet();
        RolloutFile[] missing = [.. inventory.Files.Where(file => !listed.Contains((file.Path, file.ThreadId)))];
        _missingActive = [.. missing.Where(static file => !file.IsArchived).Select(static file => file.Path)];
        _missingArchived = [.. missing.Where(static file => file.IsArchived).Select(static file => file.Path)];
        _stale = _isComplete ? [.. rows.Where(static row => !File.Exists(row.RolloutPath)).Select(static row => row.RolloutPath)] : [];
        var archive = Path.Combine(codexHome, RolloutLayout.ArchivedFolder) + Path.DirectorySeparatorChar;
        var sessions = Path.Combine(codexHome, RolloutLayout.SessionsFolder) + Path.DirectorySeparatorChar;
        _misplaced = _isComplete ? [.. rows.Where(IsMisplaced).Select(static row => row.RolloutPath)] : [];
        _repeatedIds = Repeated(inventory.Files.Select(static file => file.ThreadId));
        _repeatedPaths = Repeated(rows.Select(static row => row.RolloutPath));

        bool IsMisplaced(ThreadRow row) => File.Exists(row.RolloutPath)
            && row.RolloutPath.StartsWith(row.IsArchived ? sessions : archive, StringComparison.Ordinal);
    }

    /// <summary>Adds numbers and examples.</summary>
    public void Add(DetailList details)
    {
        var archived = _rows.Count(static row => row.IsArchived);
        details.Add("rollout DB rows", _rows.Count);
        details.Add("rollout DB active rows", _rows.Count - archived);
        details.Add("rollout DB archived rows", archived);
        details.Add("rollout DB missing active rows", _missingActive.Length);
        details.Add("rollout DB missing archived rows", _missingArchived.Length);
        details.Add("rollout DB stale rows", _isComplete ? _stale.Length.ToString(CultureInfo.InvariantCulture) : Skipped);
        details.Add("rollout DB archive mismatches", _isComplete ? _misplaced.Length.ToString(CultureInfo.InvariantCulture) : Skipped);
        details.Add("rollout DB duplicate rollout thread ids", _repeatedIds.Length);
        details.Add("rollout DB duplicate DB paths", _repeatedPaths.Length);
        details.Add("rollout DB model providers", Kinds(_rows.Select(static row => row.Provider)));
        details.Add("rollout DB sources", Kinds(_rows.Select(static row => Source(row.Source))));
        details.AddAll("rollout DB missing active sample", _missingActive.Take(Samples));
        details.AddAll("rollout DB missing archived sample", _missingArchived.Take(Samples));
        details.AddAll("rollout DB stale row sample", _stale.Take(Samples));
        details.AddAll("rollout DB archive mismatch sample", _misplaced.Take(Samples));
        details.AddAll("rollout DB duplicate rollout thread id sample", _repeatedIds.Take(Samples));
        details.AddAll("rollout DB duplicate DB path sample", _repeatedPaths.Take(Samples));
    }

    /// <summary>What does not agree.</summary>
    public IEnumerable<DoctorIssue> Issues()
    {
        if (_missingActive.Length + _missingArchived.Length > 0)
            yield return Issue("files of threads are not in the database", $"{_missingActive.Length} active, {_missingArchived.Length} archived", "every rollout file has a matching threads row");
        if (_stale.Length > 0)
            yield return Issue("rows of the database name files that are gone", $"{_stale.Length} stale rows", "every state DB rollout path is a file on disk");
        if (_misplaced.Length > 0)
            yield return Issue("rows of the database and places of files disagree about the archive", $"{_misplaced.Length} mismatched rows", "rows under archived_sessions are archived and rows under sessions are active");
        if (_repeatedIds.Length + _repeatedPaths.Length > 0)
            yield return Issue("threads are listed more than once", $"{_repeatedIds.Length} duplicate rollout thread ids, {_repeatedPaths.Length} duplicate DB paths", "one rollout path and thread id per thread");
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
