using Codex.Cli.Commands.Doctor.Report;

namespace Codex.Cli.Commands.Doctor.Text;

/// <summary>What stands in a check's row: its most telling facts, or what is wrong and what helps.</summary>
internal sealed class RowSummaries(DoctorStyle style)
{
    /// <summary>The text of a row.</summary>
    public string Of(DoctorCheck check)
    {
        if (check.Status != DoctorStatus.Ok && check.Issues.Count > 0)
            return Issues(check);
        if (check.Status != DoctorStatus.Ok && check.Remediation is { } remedy)
            return $"{check.Summary}{style.Dash}{remedy}";
        return Facts(check) ?? check.Summary;
    }

    /// <summary>The text of the remark about a check that is not content.</summary>
    public static string Note(DoctorCheck check)
    {
        if (check.Issues.Count > 0)
            return Issues(check);
        return check.Remediation is { } remedy ? $"{check.Summary} - {remedy}" : check.Summary;
    }

    private static string Issues(DoctorCheck check) => check.Issues is [var only]
        ? only.Cause
        : $"{check.Issues.Count} issues - {check.Issues[0].Cause}; {check.Issues[1].Cause}";

    private string? Facts(DoctorCheck check) => check.Category switch
    {
        "system" => check.Find("os language"),
        "runtime" => check.Find("install method"),
        "install" when check.Status == DoctorStatus.Ok => "consistent",
        "search" when check.Status == DoctorStatus.Ok =>
            $"{check.Find("search command readiness")} ({check.Find("search provider")}, `{check.Find("search command")}`)",
        "git" => check.Find("git version") ?? check.Find("selected git"),
        "terminal" => Terminal(check),
        "title" => check.Find("terminal title project value") is { } project
            ? $"{check.Find("terminal title source")}{style.Separator}project {project}"
            : check.Find("terminal title source"),
        "state" => HasHealthyDatabases(check) ? "databases healthy" : null,
        "config" when check.Status == DoctorStatus.Ok => "loaded",
        "mcp" => Servers(check),
        "sandbox" => Sandbox(check),
        "network" => check.Find("proxy env vars") is not null ? "no proxy env vars" : null,
        "websocket" => Socket(check),
        "app-server" => check.Find("mode") is { } mode ? $"{check.Find("status")} ({mode} mode)" : null,
        _ => null,
    };

    private static string? Terminal(DoctorCheck check)
    {
        var name = check.Find("terminal") is { } terminal && check.Find("terminal version") is { } version ? $"{terminal} {version}" : check.Find("terminal");
        string?[] parts = [name, check.Find("multiplexer"), check.Find("TERM") is { } term ? $"TERM={term}" : null];
        return string.Join(" · ", parts.Where(static part => part is not null)) is { Length: > 0 } text ? text : null;
    }

    private static bool HasHealthyDatabases(DoctorCheck check) => check.Status == DoctorStatus.Ok
        && Array.TrueForAll(["state DB", "log DB", "goals DB", "memories DB"], database => check.Find(database + " integrity") == "ok");

    private static string? Servers(DoctorCheck check)
    {
        if (check.Find("configured servers") is not { } count)
            return null;
        string[] kinds = [.. from kind in (string[])["stdio", "streamable_http"]
                             let number = check.Find(kind + " servers")
                             where number is not null
                             select $"{number} {kind}"];
        return $"{count} server ({string.Join(", ", kinds)}) · {check.Find("disabled servers")} disabled";
    }

    private static string? Sandbox(DoctorCheck check) => check.Find("filesystem sandbox") is { } files
        ? $"{files} fs + {check.Find("network sandbox")} network · approval {check.Find("approval policy")}"
        : null;

    private static string? Socket(DoctorCheck check) => check.Find("handshake result") is { } result && check.Find("connect timeout") is { } timeout
        ? $"connected ({result}) · {timeout.Replace("000 ms", "s", StringComparison.Ordinal).Replace(" ms", "ms", StringComparison.Ordinal)} timeout"
        : null;
}
