using Codex.Backend.Responses;
using Codex.Cli.Commands.Doctor.Report;

namespace Codex.Cli.Commands.Doctor.Text;

/// <summary>Finds what people should read first.</summary>
internal static class DoctorNotes
{
    /// <summary>The remarks of a report.</summary>
    public static IReadOnlyList<DoctorNote> Of(DoctorReport report)
    {
        DoctorNote?[] special = [Update(report), Rollouts(report), Sandbox(report)];
        var problems = report.Checks.Where(static check => check.Status != DoctorStatus.Ok)
            .Select(static check => new DoctorNote(Display(check), check.Category, RowSummaries.Note(check)));
        return [.. special.OfType<DoctorNote>(), .. problems, .. ((DoctorNote?[])[MixedLogins(report)]).OfType<DoctorNote>()];
    }

    /// <summary>The sign of a check.</summary>
    public static DisplayStatus Display(DoctorCheck check) => check.Status switch
    {
        DoctorStatus.Warning => DisplayStatus.Warning,
        DoctorStatus.Fail => DisplayStatus.Fail,
        _ => check.Category == "app-server" && check.Find("status") == "not running" ? DisplayStatus.Idle : DisplayStatus.Ok,
    };

    private static DoctorNote? Update(DoctorReport report)
    {
        if (report.Find("updates") is not { } check || check.Find("latest version status")?.StartsWith("newer", StringComparison.Ordinal) != true)
            return null;
        var dismissed = check.Find("dismissed version") is { Length: > 0 } version ? $", dismissed {version}" : "";
        return new DoctorNote(
            DisplayStatus.Update, "updates", $"{check.Find("latest version")} available (current {ClientIdentity.Version}{dismissed})");
    }

    private static DoctorNote? Rollouts(DoctorReport report) =>
        report.Find("state")?.Find("active rollout files") is { } fact && RolloutCount.Parse(fact) is { IsLarge: true } count
            ? new DoctorNote(DisplayStatus.Warning, "rollouts", count.DescribeShortly())
            : null;

    private static DoctorNote? Sandbox(DoctorReport report)
    {
        var check = report.Find("sandbox");
        return (check?.Find("filesystem sandbox"), check?.Find("network sandbox")) switch
        {
            (null, _) or (_, null) or ("restricted", "restricted") => null,
            var (files, network) => new DoctorNote(DisplayStatus.Warning, "sandbox", $"filesystem {files} · network {network}"),
        };
    }

    private static DoctorNote? MixedLogins(DoctorReport report)
    {
        var login = report.Find("websocket")?.Find("auth mode") ?? "";
        var reached = report.Find("reachability")?.Find("reachability mode") ?? "";
        return login.Contains("chatgpt", StringComparison.OrdinalIgnoreCase) && reached.Contains("API key", StringComparison.OrdinalIgnoreCase)
            ? new DoctorNote(DisplayStatus.Warning, "auth", "there is a ChatGPT login and a variable with an API key; reachability was checked for the key")
            : null;
    }
}
