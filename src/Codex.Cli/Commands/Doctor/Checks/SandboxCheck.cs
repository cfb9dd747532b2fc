using Codex.Cli.Commands.Doctor.Report;
using Codex.Execution.Sandbox.Bubblewrap;
using Codex.Protocol.Permissions;

namespace Codex.Cli.Commands.Doctor.Checks;

/// <summary>What commands may touch, and whether a sandbox can hold them to it.</summary>
internal static class SandboxCheck
{
    /// <summary>Makes the check.</summary>
    public static DoctorCheck Run(ConfiguredContext context)
    {
        var (files, network) = Limits(context.Config.Permissions.Profile);
        var details = new DetailList();
        details.Add("approval policy", PolicyName(context.Config.ApprovalPolicy));
        details.Add("filesystem sandbox", files);
        details.Add("network sandbox", network);
        details.Add("codex-linux-sandbox helper", Helper(context, "codex-linux-sandbox"));
        details.Add("execve wrapper helper", Helper(context, "codex-execve-wrapper"));
        var problem = AddLauncher(details, context, needsSandbox: files == "restricted" || network == "restricted");
        return new DoctorCheck
        {
            Id = "sandbox.helpers",
            Category = "sandbox",
            Status = problem is null ? DoctorStatus.Ok : DoctorStatus.Warning,
            Summary = problem ?? "the sandbox can be set up",
            Details = details.Details,
            Remediation = problem is null ? null : "Install bubblewrap with the package manager of the system.",
        };
    }

    private static (string Files, string Network) Limits(PermissionProfile profile) => profile switch
    {
        PermissionProfile.Managed managed => (
            managed.FileSystem is ManagedFileSystemPermissions.Restricted ? "restricted" : "unrestricted", managed.Network.ToString()),
        PermissionProfile.External external => ("external sandbox", external.Network.ToString()),
        _ => ("unrestricted", "enabled"),
    };

    /// <returns>What is wrong; null when nothing is.</returns>
    private static string? AddLauncher(DetailList details, ConfiguredContext context, bool needsSandbox)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var found = BubblewrapLocator.FindOnPath(context.General.Host);
        var bundled = BubblewrapLocator.FindBundled(context.General.Host);
        details.Add("bubblewrap", found ?? (bundled is null ? "none" : $"{bundled} (bundled)"));
        return needsSandbox && found is null && bundled is null ? "there is no bubblewrap: commands start more slowly, and some permissions are refused" : null;
    }

    private static string Helper(ConfiguredContext context, string name) =>
        context.General.HelperDirectory is { } directory ? Path.Combine(directory, name) : "none";

    private static string PolicyName(AskForApproval policy) => policy.Name switch
    {
        "untrusted" => "UnlessTrusted",
        "on-failure" => "OnFailure",
        "on-request" => "OnRequest",
        "never" => "Never",
        _ => "Granular",
    };
}
