using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Formats.Json;

namespace Codex.Cli.Commands.Doctor.Report;

/// <summary>Writes the report for programs; checks and facts are sorted by name.</summary>
internal static class DoctorJson
{
    private const int SchemaVersion = 1;

    /// <summary>The report as indented JSON with a line end.</summary>
    public static byte[] Write(DoctorReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonFormat.Pretty))
            Write(json, report);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, DoctorReport report)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", SchemaVersion);
        json.WriteString("generatedAt", string.Create(CultureInfo.InvariantCulture, $"{report.CreatedAt.ToUnixTimeSeconds()}s since unix epoch"));
        json.WriteString("overallStatus", report.Status.Name());
        json.WriteString("codexVersion", ClientIdentity.Version);
        json.WriteStartObject("checks");
        foreach (var check in report.Checks.OrderBy(static check => check.Id, StringComparer.Ordinal))
            Write(json, check);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DoctorCheck check)
    {
        json.WriteStartObject(check.Id);
        json.WriteString("id", check.Id);
        json.WriteString("category", check.Category);
        json.WriteString("status", check.Status.Name());
        json.WriteString("summary", check.Summary);
        WriteDetails(json, check);
        WriteIssues(json, check.Issues);
        WriteRemarks(json, check);
        json.WriteString("remediation", check.Remediation is null ? null : Redaction.Addresses(check.Remediation));
        json.WriteNumber("durationMs", check.DurationMilliseconds);
        json.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter json, DoctorCheck check)
    {
        json.WriteStartObject("details");
        var labelled = check.Details.Where(static detail => detail.Label.Length > 0).GroupBy(static detail => detail.Label);
        foreach (var group in labelled.OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            if (group.Count() == 1)
                json.WriteString(group.Key, group.First().Value);
            else
                WriteTexts(json, group.Key, group.Select(static detail => detail.Value));
        }

        json.WriteEndObject();
    }

    private static void WriteIssues(Utf8JsonWriter json, IReadOnlyList<DoctorIssue> issues)
    {
        if (issues.Count == 0)
            return;
        json.WriteStartArray("issues");
        foreach (var issue in issues)
        {
            json.WriteStartObject();
            json.WriteString("severity", issue.Severity.Name());
            json.WriteString("cause", issue.Cause);
            json.WriteString("measured", issue.Measured is null ? null : Redaction.Addresses(issue.Measured));
            json.WriteString("expected", issue.Expected);
            json.WriteString("remedy", issue.Remedy);
            WriteTexts(json, "fields", issue.Fields);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRemarks(Utf8JsonWriter json, DoctorCheck check)
    {
        var remarks = check.Details.Where(static detail => detail.Label.Length == 0).Select(static detail => detail.Value);
        if (remarks.Any())
            WriteTexts(json, "notes", remarks);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
