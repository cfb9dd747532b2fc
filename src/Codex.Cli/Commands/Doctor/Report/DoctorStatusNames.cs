namespace Codex.Cli.Commands.Doctor.Report;

/// <summary>The words for states.</summary>
internal static class DoctorStatusNames
{
    /// <summary>As reports for programs say it.</summary>
    public static string Name(this DoctorStatus status) => status switch
    {
        DoctorStatus.Ok => "ok",
        DoctorStatus.Warning => "warning",
        _ => "fail",
    };

    /// <summary>As the last line of the report for people says it.</summary>
    public static string Verdict(this DoctorStatus status) => status switch
    {
        DoctorStatus.Ok => "ok",
        DoctorStatus.Warning => "degraded",
        _ => "failed",
    };
}
