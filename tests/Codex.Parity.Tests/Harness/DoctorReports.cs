using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Codex.Parity.Tests.Harness;

/// <summary>
/// What of a report of <c>doctor</c> is compared: order, ids, categories and states of the checks, labels and values of
/// their facts, measurements of their issues. Left out are sentences, which are ours, times, and what belongs to the
/// place of each program.
/// </summary>
internal static class DoctorReports
{
    // Facts that only ours have: why something failed, and what the sandbox runs on.
    private static readonly HashSet<string> s_ours = ["cause", "bubblewrap", "CODEX_CA_CERTIFICATE content", "SSL_CERT_FILE content"];

    private static readonly HashSet<string> s_places =
    [
        "current executable", "install context", "install method", "search command", "search command readiness", "search provider",
        "codex-linux-sandbox helper", "execve wrapper helper", "DNS", "handshake transport error", "handshake stream error", "latest version probe",
        "latest version", "latest version status",
    ];

    /// <summary>The JSON report as lines.</summary>
    internal static string Json(string output)
    {
        using var document = JsonDocument.Parse(output);
        var lines = new StringBuilder();
        var root = document.RootElement;
        lines.AppendJoin(',', root.EnumerateObject().Select(static member => member.Name)).Append('\n');
        lines.Append(CultureInfo.InvariantCulture, $"{root.GetProperty("schemaVersion")} {root.GetProperty("codexVersion")}\n");
        foreach (var check in root.GetProperty("checks").EnumerateObject())
            Append(lines, check.Name, check.Value);
        return lines.ToString();
    }

    /// <summary>The report for people: signs and names of the rows, and the counts.</summary>
    internal static string Rows(string output)
    {
        var rows = output.Split('\n').Where(static line => line.StartsWith("  [", StringComparison.Ordinal)).Select(static line => line[2..].Split(' '));
        return string.Join('\n', rows.Select(static words => $"{words[0]} {words[1]}").Append(output.Split('\n').Single(static line => line.Contains(" fail ", StringComparison.Ordinal)))) + "\n";
    }

    private static void Append(StringBuilder lines, string id, JsonElement check)
    {
        lines.Append(CultureInfo.InvariantCulture, $"{id} {check.GetProperty("id")} {check.GetProperty("category")} {check.GetProperty("status")}\n");
        foreach (var detail in check.GetProperty("details").EnumerateObject().Where(static detail => !s_ours.Contains(detail.Name)))
            lines.Append(CultureInfo.InvariantCulture, $"  {detail.Name}: {Value(detail)}\n");
        if (!check.TryGetProperty("issues", out var issues))
            return;
        foreach (var issue in issues.EnumerateArray())
            lines.Append(CultureInfo.InvariantCulture, $"  issue {issue.GetProperty("severity")} {issue.GetProperty("measured")} {issue.GetProperty("fields").GetRawText()}\n");
    }

    private static string Value(JsonProperty detail)
    {
        if (s_places.Contains(detail.Name))
            return "<place>";
        if (detail.Value.ValueKind != JsonValueKind.String && detail.Name == "stored auth issue")
            return $"<sentence> {detail.Value.GetArrayLength()}";
        if (detail.Value.ValueKind != JsonValueKind.String)
            return string.Join(" | ", detail.Value.EnumerateArray().Select(static value => value.GetString()).Order(StringComparer.Ordinal));
        // The original hides sentences in which the word token stands.
        if (detail.Name == "stored auth issue")
            return "<sentence>";
        var value = detail.Value.GetString()!;
        // The original lists features in the order of its source, ours are sorted.
        return detail.Name.StartsWith("enabled feature", StringComparison.Ordinal) || detail.Name == "feature flag overrides"
            ? string.Join(", ", value.Split(", ").Order(StringComparer.Ordinal))
            : value.Split(" because of ")[0];
    }
}
