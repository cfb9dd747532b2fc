using Codex.Execution.Sandbox.Bubblewrap;
using Codex.Execution.Sandbox.Planning;
using Codex.Protocol.Permissions;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>The mounts equal those that codex-cli 0.136.0 passed to bubblewrap for the same workspaces.</summary>
public sealed class BubblewrapArgumentsTests : IDisposable
{
    private readonly TempDirectory _temp = new();

    public void Dispose() => _temp.Dispose();

    private static string Kernel => string.Concat(
        new[] { "/proc/sys", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus", "/proc/fs" }.Where(Path.Exists).Select(static path => $"--ro-bind {path} {path} "));

    [Fact]
    public void Read_only_is_one_bind_and_a_private_dev() => Assert.Equal(
        "--new-session --die-with-parent --ro-bind / / --dev /dev --unshare-user --unshare-pid --unshare-ipc --unshare-net "
            + $"--proc /proc {Kernel}--cap-drop ALL --seccomp 3 -- /bin/true",
        Write(PermissionProfile.ReadOnly, _temp.Root));

    [Fact]
    public void Every_writable_root_is_followed_by_its_protected_names()
    {
        var repository = _temp.Create("repo");
        _temp.Write("repo/.git/HEAD", "ref");
        var other = _temp.Create("other");
        var profile = PermissionProfiles.WorkspaceWrite([], NetworkSandboxPolicy.Enabled, excludeTmpdirEnvVar: false, excludeSlashTmp: true)
            .WithWorkspaceRoots([repository, other]);

        Assert.Equal(
            "--new-session --die-with-parent --ro-bind / / --dev /dev "
                + $"--bind {repository} {repository} --ro-bind {repository}/.git {repository}/.git {Empty(repository, ".agents", ".codex")}"
                + $"--bind {other} {other} {Empty(other, ".git", ".agents", ".codex")}"
                + $"--unshare-user --unshare-pid --unshare-ipc --proc /proc {Kernel}--cap-drop ALL --seccomp 3 -- /bin/true",
            Write(profile, repository));
    }

    [Fact]
    public void An_empty_protected_file_is_covered_by_data_and_one_descriptor_serves_one_use()
    {
        var workspace = _temp.Create("empty");
        _temp.Write("empty/.agents", string.Empty);
        _temp.Write("empty/.codex", string.Empty);

        Assert.Contains(
            $"--ro-bind-data 4 {workspace}/.agents --ro-bind-data 5 {workspace}/.codex ", Write(SandboxFixture.WorkspaceWrite(), workspace), StringComparison.Ordinal);
    }

    [Fact]
    public void A_working_directory_behind_a_link_is_entered_by_its_real_path()
    {
        var real = _temp.Create("real");
        Directory.CreateSymbolicLink(_temp["link"], real);

        Assert.Contains($"--seccomp 3 --chdir {real} -- ", Write(PermissionProfile.ReadOnly, _temp["link"], mountsProc: false), StringComparison.Ordinal);
    }

    [Fact]
    public void A_writable_root_that_is_missing_is_left_out() => Assert.DoesNotContain(
        "missing", Write(SandboxFixture.WorkspaceWrite(roots: [_temp["missing"]]), _temp.Root), StringComparison.Ordinal);

    private static string Empty(string root, params string[] names) =>
        string.Concat(names.Select(name => $"--perms 555 --tmpfs {root}/{name} --remount-ro {root}/{name} "));

    private static string Write(PermissionProfile profile, string directory, bool mountsProc = true)
    {
        var plan = SandboxPlanner.Plan(profile, new(directory, null), directory, new() { AllowsLocalSockets = false });
        return string.Join(' ', BubblewrapArguments.Write(plan, directory, mountsProc, ["/bin/true"]).Arguments);
    }
}
