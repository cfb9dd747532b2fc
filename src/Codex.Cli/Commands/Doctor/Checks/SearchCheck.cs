using Codex.Cli.Commands.Doctor.Report;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Whether ripgrep can be used.</summary>
internal static class SearchCheck
{
    /// <summary>Makes the check.</summary>
    public static async Task<DoctorCheck> RunAsync(DoctorContext context, CancellationToken cancellationToken)
    {
        var bundled = context.Installation.BundledRipgrep;
        var command = bundled ?? (OperatingSystem.IsWindows() ? "rg.exe" : "rg");
        var provider = bundled is null ? "system" : "bundled";
        var (readiness, works) = bundled is not null
            ? ("file exists", true)
            : Readiness(await context.Tools.RunAsync(command, context.WorkingDirectory, cancellationToken, "--version"));
        var details = new DetailList();
        details.Add("search command", command);
        details.Add("search provider", provider);
        details.Add("search command readiness", readiness);
        return new DoctorCheck
        {
            Id = "runtime.search",
            Category = "search",
            Status = works ? DoctorStatus.Ok : DoctorStatus.Warning,
            Summary = works ? $"search works ({provider})" : "the search program could not be run",
            Details = details.Details,
            Remediation = works ? null : "Install ripgrep, or install Codex again with the one it brings along.",
        };
    }

    private static (string Readiness, bool Works) Readiness(ToolResult result) =>
        result.Problem is { } problem ? (problem, false) : (result.Lines.FirstOrDefault() ?? "rg version unknown", true);
}
