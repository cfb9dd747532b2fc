using System.Runtime.InteropServices;
using Codex.Backend.Responses;
using Codex.Cli.Commands.Doctor.Report;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>Which program runs, and where it came from.</summary>
internal static class RuntimeCheck
{
    /// <summary>Makes the check.</summary>
    public static DoctorCheck Run(DoctorContext context)
    {
        var platform = $"{SystemName()}-{Architecture()}";
        var details = new DetailList();
        details.Add("version", ClientIdentity.Version);
        details.Add("platform", platform);
        details.Add("install method", InstallationText.Describe(context.Installation));
        details.Add("commit", "unknown");
        details.Add("current executable", context.Host.ExecutablePath);
        return new DoctorCheck
        {
            Id = "runtime.provenance",
            Category = "runtime",
            Summary = $"running {InstallationText.NameOf(context.Installation)} on {platform}",
            Details = details.Details,
        };
    }

    private static string SystemName()
    {
        if (OperatingSystem.IsWindows())
            return "windows";
        return OperatingSystem.IsMacOS() ? "macos" : "linux";
    }

    private static string Architecture() => RuntimeInformation.ProcessArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "x86_64",
        System.Runtime.InteropServices.Architecture.Arm64 => "aarch64",
        var other => other.ToString().ToLowerInvariant(),
    };
}
