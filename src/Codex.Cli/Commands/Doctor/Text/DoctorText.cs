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

    private readonly StringBuilder text = new();
    private readonly DoctorStyle style = new(options);

    /// <summary>The report.</summary>
    public static string Write(DoctorReport report, DoctorTextOptions options)
    {
        var writer = new DoctorText(report, options);
        writer.WriteReport();
        return writer.text.ToString();
    }

    private void WriteReport()
    {
        var platform = report.Find("runtime")?.Find("platform") is { } name ? $" · {name}" : "";
        Line($"{style.Bold("Codex Doctor")} {style.Dim($"v{ClientIdentity.Version}{platform}")}");
        Line("");
        var notes = DoctorNotes.Of(report);
        WriteNotes(notes);
        WriteGroups();
        Line("");
        Line(style.Rule);
        Line(Counts(notes.Count));
        Line("");
        WriteFooter();
    }

    private void WriteNotes(IReadOnlyList<DoctorNote> notes)
    {
        if (notes.Count == 0)
            return;
        Line(style.Bold("Notes"));
        foreach (var note in notes)
            Line($"   {style.Mark(note.Status)} {note.Name.PadRight(NameWidth)} {style.Highlight(note.Summary)}");
        Line(style.Rule);
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
            Line(style.Bold(title));
            foreach (var check in checks)
                WriteCheck(check);
        }
    }

    private void WriteCheck(DoctorCheck check)
    {
        var status = DoctorNotes.Display(check);
        var summary = style.Highlight(new RowSummaries(style).Of(check));
        Line($"  {style.Mark(status)} {check.Category.PadRight(NameWidth)} {(check.Status == DoctorStatus.Ok ? style.Dim(summary) : summary)}");
        if (!options.ShowsDetails)
            return;
        foreach (var row in DetailRows.Of(check, options))
            WriteRow(check, row);
        foreach (var remedy in check.Issues.Select(static issue => issue.Remedy).OfType<string>().Distinct())
            Line($"    {style.RemedyMark} {style.Highlight(remedy)}");
    }

    private void WriteRow(DoctorCheck check, DetailRow row)
    {
        var value = style.Highlight(ShownValue.Of(row.Value, options.HomeDirectory));
        if (row.Label is "")
        {
            Line($"    {style.RemarkMark} {style.Dim(value)}");
            return;
        }

        var expected = row.Label is null ? null : check.Issues.FirstOrDefault(issue => issue.Fields.Contains(row.Label))?.Expected;
        var label = style.Label((row.Label ?? "").PadRight(LabelWidth));
        Line($"    {style.FaultMark(expected is not null)} {label} {value}{(expected is null ? "" : " " + style.Dim($"(expected {expected})"))}");
    }

    private string Counts(int notes)
    {
        var statuses = report.Checks.Select(DoctorNotes.Display).ToArray();
        var parts = new List<string> { Count(DisplayStatus.Ok, "ok") };
        if (statuses.Contains(DisplayStatus.Idle))
            parts.Add(Count(DisplayStatus.Idle, "idle"));
        if (notes > 0)
            parts.Add($"{style.Dim(notes.ToString(CultureInfo.InvariantCulture))} {style.Colored(DisplayStatus.Warning, "notes")}");
        parts.Add(Count(DisplayStatus.Warning, "warn"));
        parts.Add(Count(DisplayStatus.Fail, "fail"));
        return $"{string.Join(style.Dim(style.Separator), parts)} {style.Bold(report.Status.Verdict())}";

        string Count(DisplayStatus status, string name) =>
            $"{style.Dim(statuses.Count(found => found == status).ToString(CultureInfo.InvariantCulture))} {style.Colored(status, name)}";
    }

    private void WriteFooter()
    {
        if (options.ShowsDetails)
        {
            Line($"{style.Command("--summary")} {style.Dim("compact output".PadRight(LabelWidth))} {style.Command("--all")} {style.Dim("expand truncated lists")}");
            Line($"{style.Command("--json")} {style.Dim("redacted report")}");
            return;
        }

        Line(style.Dim("Run codex doctor without --summary for detailed diagnostics."));
        Line($"{style.Command("--all")} {style.Dim("expand truncated lists".PadRight(LabelWidth + 4))} {style.Command("--json")} {style.Dim("redacted report")}");
    }

    private void Line(string line) => text.Append(line).Append('\n');
}
