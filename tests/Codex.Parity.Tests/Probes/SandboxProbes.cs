using System.Runtime.InteropServices;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Probes;

/// <summary>The same attempts to leave the sandbox in both programs: ours lets pass nothing that the original denies but local sockets.</summary>
public sealed class SandboxProbes
{
    // What 0.136.0 lets pass, at least as root or with a network, and we do not.
    private static readonly string[] s_closed =
    [
        "remount_root", "capabilities", "ptrace_self", "io_uring", "credentials_file", "credentials_by_root", "credentials_by_hard_link",
        "environment_loader", "limit_of_files_raised", "more_files_than_the_limit",
    ];

    private const string WorkspaceWrite = "sandbox_mode=\"workspace-write\"";

    [Theory]
    [InlineData(false, WorkspaceWrite)]
    [InlineData(true, WorkspaceWrite)]
    [InlineData(false, "sandbox_mode=\"read-only\"")]
    [InlineData(true, "sandbox_mode=\"read-only\"")]
    [InlineData(false, WorkspaceWrite, "sandbox.local_sockets=false")]
    [InlineData(false, WorkspaceWrite, "sandbox_workspace_write.network_access=true")]
    [InlineData(true, WorkspaceWrite, "sandbox_workspace_write.network_access=true")]
    public async Task Ours_is_at_least_as_strict(bool withBubblewrap, params string[] configuration)
    {
        Assert.SkipUnless(
            File.Exists("/usr/bin/python3") && RuntimeInformation.ProcessArchitecture == Architecture.X64, "needs python3 and x86_64 numbers");
        var oracle = await Oracle.RequireAsync(Assert.Skip);
        var bundled = Path.Combine(Path.GetDirectoryName(oracle)!, "..", "codex-resources");
        string[] options = [.. configuration.SelectMany(static line => new[] { "-c", line })];
        using var theirs = new ProbedHost();
        using var mine = new ProbedHost();

        var original = await theirs.RunAsync(oracle, "/usr/bin:/bin", options, TestContext.Current.CancellationToken);
        var ours = await mine.RunAsync(
            OurCodex.Executable, withBubblewrap ? $"/usr/bin:/bin:{Path.GetFullPath(bundled)}" : "/usr/bin:/bin", options, TestContext.Current.CancellationToken);

        Assert.Equal(original.Keys, ours.Keys);
        Assert.DoesNotContain(ours, probe => probe.Value && !original[probe.Key] && !IsAtHome(probe.Key));
        Assert.DoesNotContain(ours, probe => !probe.Value && configuration[0] == WorkspaceWrite && probe.Key.StartsWith("workspace_", StringComparison.Ordinal));
        Assert.Equal([], s_closed.Where(probe => ours[probe]));
        Assert.Equal(["kept"], mine.Outside);
    }

    // Sockets among the processes of a sandbox are the documented difference; work in the workspace is no way out.
    private static bool IsAtHome(string probe) =>
        probe.StartsWith("local_", StringComparison.Ordinal) || probe.StartsWith("workspace_", StringComparison.Ordinal);
}
