using Codex.Execution.Sandbox;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>The same protections, in sandboxes that our own helper builds.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class NamespaceProtectionTests(NamespaceSandboxFixture sandbox) : SandboxProtectionTests(sandbox), IClassFixture<NamespaceSandboxFixture>
{
    private readonly NamespaceSandboxFixture _sandbox = sandbox;

    /// <summary>The helper cannot hide most of the disk: it says so and runs nothing.</summary>
    [Fact]
    public override async Task A_minimal_profile_reads_system_directories_and_the_workspace_only()
    {
        Assert.SkipWhen(_sandbox.SkipReason is not null, _sandbox.SkipReason ?? string.Empty);
        var profile = new PermissionProfile.Managed(
            new ManagedFileSystemPermissions.Restricted([FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Minimal, FileSystemAccessMode.Read)]),
            NetworkSandboxPolicy.Restricted);

        using var launch = await _sandbox.PrepareAsync(profile, _sandbox.Workspace, "/bin/sh", "-c", "echo ran");
        var (exitCode, output) = await SandboxFixture.RunAsync(launch);

        Assert.Equal((SandboxMechanism.Refused, 1), (launch.Mechanism, exitCode));
        Assert.Contains("need bubblewrap", output, StringComparison.Ordinal);
    }
}
