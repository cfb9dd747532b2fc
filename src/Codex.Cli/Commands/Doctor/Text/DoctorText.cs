using System.Globalization;
using System.Text;
using Codex.Backend.Responses;
using Codex.Cli.Commands.Doctor.Report;

namespace Codex.Cli.Commands.Doctor.Text;

/// <summary>Writes the report for people: remarks, checks in groups, a count.</summary>
internal sealed class DoctorText(DoctorReport report, DoctorTextOptions options)
{
    private const int NameWidth = 12;
    private const int LabelWidth = 24;

    private static readonly (string Title, string[] Categories)[] s_groups =
    [
        ("Environment", ["system", "runtime", "install", "search", "git", "terminal", "title", "state", "threads"]),
        ("Configuration", ["config", "auth", "mcp", "sandbox"]),
        ("Updates", ["updates"]),
        ("Connectivity", ["network", "websocket", "reachability"]),
        ("Background Server", ["app-server"]),
    ];

    private readonly StringBuilder _text = new();
    private readonly DoctorStyle _style = new(options);

    /// <summary>The report.</summary>
    public static string Write(DoctorReport report, DoctorTextOptions options)
    {
        var writer = new DoctorText(report, options);
        writer.WriteReport();
        return writer._text.ToString();
    }

    private void WriteReport()
    {
        var platform = report.Find("runtime")?.Find("platform") is { } name ? $" · {name}" : "";
        Line($"{_style.Bold("Codex Doctor")} {_style.Dim($"v{ClientIdentity.Version}{platform}")}");
        Line("");
        var notes = DoctorNotes.Of(report);
        WriteNotes(notes);
        WriteGroups();
        Line("");
        Line(_style.Rule);
        Line(Counts(notes.Count));
        Line("");
        WriteFooter();
    }

    private void WriteNotes(IReadOnlyList<DoctorNote> notes)
    {
        if (notes.Count == 0)
            return;
        Line(_style.Bold("Notes"));
        foreach (var note in notes)
            Line($"   {_style.Mark(note.Status)} {note.Name.PadRight(NameWidth)} {_style.Highlight(note.Summary)}");
        Line(_style.Rule);
        Line("");
    }

    private void WriteGroups()
    {
        var isFirst = true;
        foreach (var (title, categories) in s_groups)
        {
            DoctorCheck[] checks = [.. categories.Select(report.Find).OfType<DoctorCheck>()];
            if (checks.Length == 0)
                continue;
            if (!isFirst)
                Line("");
            isFirst = false;
            Line(_style.Bold(title));
            foreach (var check in checks)
                WriteCheck(check);
        }
    }

    private void WriteCheck(DoctorCheck check)
    {
        var status = DoctorNotes.Display(check);
        var summary = _style.Highlight(new RowSummaries(_style).Of(check));
        Line($"  {_style.Mark(status)} {check.Category.PadRight(NameWidth)} {(check.Status == DoctorStatus.Ok ? _style.Dim(summary) : summary)}");
        if (!options.ShowsDetails)
            return;
        foreach (var row in DetailRows.Of(check, options))
            WriteRow(check, row);
        foreach (var remedy in check.Issues.Select(static issue => issue.Remedy).OfType<string>().Distinct())
            Line($"    {_style.RemedyMark} {_style.Highlight(remedy)}");
    }

    private void WriteRow(DoctorCheck check, DetailRow row)
    {
        var value = _style.Highlight(ShownValue.Of(row.Value, options.HomeDirectory));
        if (row.Label is "")
        {
            Line($"    {_style.RemarkMark} {_style.Dim(value)}");
            return;
        }

        var expected = row.Label is null ? null : check.Issues.FirstOrDefault(issue => issue.Fields.Contains(row.Label))?.Expected;
        var label = _style.Label((row.Label ?? "").PadRight(LabelWidth));
        Line($"    {_style.FaultMark(expected is not null)} {label} {value}{(expected is null ? "" : " " + _style.Dim($"(expected {expected})"))}");
    }

    private string Counts(int notes)
    {
        var statuses = report.Checks.Select(DoctorNotes.Display).ToArray();
        var parts = new List<string> { Count(DisplayStatus.Ok, "ok") };
        if (statuses.Contains(DisplayStatus.Idle))
            parts.Add(Count(DisplayStatus.Idle, "idle"));
        if (notes > 0)
            parts.Add($"{_style.Dim(notes.ToString(CultureInfo.InvariantCulture))} {_style.Colored(DisplayStatus.Warning, "notes")}");
        parts.Add(Count(DisplayStatus.Warning, "warn"));
        parts.Add(Count(DisplayStatus.Fail, "fail"));
        return $"{string.Join(_style.Dim(_style.Separator), parts)} {_style.Bold(report.Status.Verdict())}";

        string Count(DisplayStatus status, string name) =>
            $"{_style.Dim(statuses.Count(found => found == status).ToString(CultureInfo.InvariantCulture))} {_style.Colored(status, name)}";
    }

    private void WriteFooter()
    {
        if (options.ShowsDetails)
        {
            Line($"{_style.Command("--summary")} {_style.Dim("compact output".PadRight(LabelWidth))} {_style.Command("--all")} {_style.Dim("expand truncated lists")}");
            Line($"{_style.Command("--json")} {_style.Dim("redacted report")}");
            return;
        }

        Line(_style.Dim("Run codex doctor without --summary for detailed diagnostics."));
        Line($"{_style.Command("--all")} {_style.Dim("expand truncated lists".PadRight(LabelWidth + 4))} {_style.Command("--json")} {_style.Dim("redacted report")}");
    }

    private void Line(string line) => _text.Append(line).Append('\n');
}
