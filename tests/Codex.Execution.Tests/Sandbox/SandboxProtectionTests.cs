using Codex.Execution.Sandbox;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>What stays protected inside a writable workspace, and what is left on the host afterwards.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public class SandboxProtectionTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task Repository_data_cannot_be_changed_moved_or_replaced()
    {
        var repository = Create("repo");
        Directory.CreateDirectory(Path.Combine(repository, ".git", "hooks"));
        await File.WriteAllTextAsync(Path.Combine(repository, ".git", "HEAD"), "ref", TestContext.Current.CancellationToken);

        await RunInAsync(repository, "echo x > .git/HEAD; echo x > .git/hooks/pre-commit; mv .git moved; rm -rf .git; ln -sfn /tmp .git");

        Assert.Equal("ref", await File.ReadAllTextAsync(Path.Combine(repository, ".git", "HEAD"), TestContext.Current.CancellationToken));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(repository, ".git", "hooks")));
    }

    [Fact]
    public async Task Names_that_are_missing_cannot_be_created_and_nothing_stays_behind()
    {
        var workspace = Create("bare");

        var (_, output) = await RunInAsync(workspace, "mkdir .codex; echo x > .codex/config.toml; echo x > .agents/x; mkdir -p sub/.codex && echo nested; ls -A");

        Assert.Contains("File exists", output, StringComparison.Ordinal);
        Assert.Contains("Read-only file system", output, StringComparison.Ordinal);
        Assert.Contains("nested", output, StringComparison.Ordinal);
        Assert.Equal(["sub"], Directory.EnumerateFileSystemEntries(workspace).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_last_of_several_commands_removes_the_mount_points()
    {
        Assert.SkipWhen(sandbox.SkipReason is not null, sandbox.SkipReason ?? string.Empty);
        var workspace = Create("shared");
        var first = await PrepareAsync(workspace, "exit 0");
        var second = await PrepareAsync(workspace, "mkdir .codex && echo created");

        await SandboxFixture.RunAsync(first);
        first.Dispose();
        var (_, output) = await SandboxFixture.RunAsync(second);

        Assert.DoesNotContain("created", output, StringComparison.Ordinal);
        Assert.True(Directory.Exists(Path.Combine(workspace, ".codex")));
        second.Dispose();
        Assert.Empty(Directory.EnumerateFileSystemEntries(workspace));
    }

    [Fact]
    public async Task An_empty_directory_of_the_user_stays()
    {
        var workspace = Create("own");
        Directory.CreateDirectory(Path.Combine(workspace, ".codex"));

        var (_, output) = await RunInAsync(workspace, "echo x > .codex/config.toml");

        Assert.Contains("Read-only file system", output, StringComparison.Ordinal);
        Assert.Equal([".codex"], Directory.EnumerateFileSystemEntries(workspace).Select(Path.GetFileName));
    }

    [Fact]
    public async Task What_a_killed_run_left_behind_is_removed_by_the_next()
    {
        var workspace = Create("crashed");
        (await PrepareAsync(workspace, "exit 0")).Dispose();
        var left = Directory.CreateDirectory(Path.Combine(workspace, ".agents"), UnixFileMode.StickyBit | (UnixFileMode)0b111_101_101).FullName;
        File.SetUnixFileMode(left, UnixFileMode.StickyBit | (UnixFileMode)0b111_101_101);

        await RunInAsync(workspace, "exit 0");

        Assert.Empty(Directory.EnumerateFileSystemEntries(workspace));
    }

    [Fact]
    public async Task A_work_tree_protects_the_repository_it_points_to()
    {
        var workspace = Create("tree");
        var repository = Directory.CreateDirectory(Path.Combine(workspace, "store", "worktree")).FullName;
        await File.WriteAllTextAsync(Path.Combine(workspace, ".git"), "gitdir: store/worktree\n", TestContext.Current.CancellationToken);

        await RunInAsync(workspace, "echo x > store/worktree/HEAD; echo x > .git; echo y > store/other");

        Assert.Empty(Directory.EnumerateFileSystemEntries(repository));
        Assert.Equal("gitdir: store/worktree\n", await File.ReadAllTextAsync(Path.Combine(workspace, ".git"), TestContext.Current.CancellationToken));
        Assert.True(File.Exists(Path.Combine(workspace, "store", "other")));
    }

    [Fact]
    public async Task A_protected_name_that_is_a_link_refuses_the_command_with_the_originals_words()
    {
        var workspace = Create("linked");
        Directory.CreateDirectory(Path.Combine(workspace, "real"));
        File.CreateSymbolicLink(Path.Combine(workspace, ".codex"), "real");
        var link = Path.Combine(workspace, ".codex");

        var (exitCode, output) = await RunInAsync(workspace, "echo ran");

        Assert.Equal(
            (1, $"error building bubblewrap command: Fatal error: cannot enforce sandbox read-only path {link} because it crosses writable symlink {link}"),
            (exitCode, output));
    }

    [Fact]
    public async Task Denied_files_directories_and_patterns_cannot_be_read()
    {
        var workspace = Create("secrets");
        var secret = Directory.CreateDirectory(Path.Combine(workspace, "secret")).FullName;
        await File.WriteAllTextAsync(Path.Combine(secret, "a"), "hidden-a", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(workspace, "key"), "hidden-b", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(workspace, "d")).FullName, "x.env"), "hidden-c", TestContext.Current.CancellationToken);
        var profile = With(
            FileSystemSandboxEntry.ForPath(secret, FileSystemAccessMode.Deny),
            FileSystemSandboxEntry.ForPath(Path.Combine(workspace, "key"), FileSystemAccessMode.Deny),
            new FileSystemSandboxEntry(new FileSystemPath.Glob("**/*.env"), FileSystemAccessMode.Deny));

        using var launch = await sandbox.PrepareAsync(profile, workspace, "/bin/sh", "-c", "cat secret/a key d/x.env; ls secret; chmod 777 key secret; cat key");
        var (_, output) = await SandboxFixture.RunAsync(launch);

        Assert.DoesNotContain("hidden", output, StringComparison.Ordinal);
        Assert.Contains("Permission denied", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_that_would_search_the_whole_disk_refuses_the_command()
    {
        var profile = With(new FileSystemSandboxEntry(new FileSystemPath.Glob("/*.env"), FileSystemAccessMode.Deny));

        using var launch = await sandbox.PrepareAsync(profile, Create("glob"), "/bin/true");

        Assert.Equal(SandboxMechanism.Refused, launch.Mechanism);
    }

    [Fact]
    public async Task A_writable_directory_below_a_denied_one_is_reached()
    {
        var workspace = Create("nested");
        var open = Directory.CreateDirectory(Path.Combine(sandbox.Outside, "closed", "open")).FullName;
        await File.WriteAllTextAsync(Path.Combine(sandbox.Outside, "closed", "a"), "hidden", TestContext.Current.CancellationToken);
        var profile = With(
            FileSystemSandboxEntry.ForPath(Path.Combine(sandbox.Outside, "closed"), FileSystemAccessMode.Deny),
            FileSystemSandboxEntry.ForPath(open, FileSystemAccessMode.Write));

        using var launch = await sandbox.PrepareAsync(profile, workspace, "/bin/sh", "-c", $"cat {open}/../a; echo x > {open}/new && echo written");
        var (_, output) = await SandboxFixture.RunAsync(launch);

        Assert.DoesNotContain("hidden", output, StringComparison.Ordinal);
        Assert.Contains("written", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(open, "new")));
    }

    [Fact]
    public async Task A_single_file_that_may_be_written_is_all_that_may_be()
    {
        var file = Path.Combine(sandbox.Outside, "single");
        await File.WriteAllTextAsync(file, "old", TestContext.Current.CancellationToken);

        await RunWithAsync($"echo new > {file}; echo x > {file}.other", FileSystemSandboxEntry.ForPath(file, FileSystemAccessMode.Write));

        Assert.Equal("new\n", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(file + ".other"));
    }

    [Fact]
    public async Task Something_hidden_in_something_hidden_takes_no_second_cover()
    {
        var inner = Directory.CreateDirectory(Path.Combine(sandbox.Outside, "outer", "inner")).FullName;
        var open = Directory.CreateDirectory(Path.Combine(sandbox.Outside, "outer", "open", "deep")).FullName;
        await File.WriteAllTextAsync(Path.Combine(inner, "key"), "secret", TestContext.Current.CancellationToken);

        var output = await RunWithAsync(
            $"cat {inner}/key; ls {sandbox.Outside}/outer; echo x > {open}/new; echo done",
            FileSystemSandboxEntry.ForPath(Path.Combine(sandbox.Outside, "outer"), FileSystemAccessMode.Deny),
            FileSystemSandboxEntry.ForPath(inner, FileSystemAccessMode.Deny),
            FileSystemSandboxEntry.ForPath(open, FileSystemAccessMode.Write));

        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
        Assert.Contains("done", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(open, "new")));
    }

    [Fact]
    public async Task A_pattern_hides_also_what_is_opened_by_name()
    {
        var file = Path.Combine(sandbox.Outside, "named.env");
        await File.WriteAllTextAsync(file, "secret", TestContext.Current.CancellationToken);

        var output = await RunWithAsync(
            $"cat {file}; echo x > {file}; echo done",
            FileSystemSandboxEntry.ForPath(file, FileSystemAccessMode.Write),
            new FileSystemSandboxEntry(new FileSystemPath.Glob(sandbox.Outside + "/*.env"), FileSystemAccessMode.Deny));

        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
        Assert.Contains("done", output, StringComparison.Ordinal);
        Assert.Equal("secret", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public virtual async Task A_minimal_profile_reads_system_directories_and_the_workspace_only()
    {
        var workspace = Create("minimal");
        await File.WriteAllTextAsync(Path.Combine(sandbox.Outside, "visible"), "outside", TestContext.Current.CancellationToken);
        var profile = new PermissionProfile.Managed(
            new ManagedFileSystemPermissions.Restricted(
            [
                FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Minimal, FileSystemAccessMode.Read),
                FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.ProjectRoots(null), FileSystemAccessMode.Write),
            ]),
            NetworkSandboxPolicy.Restricted);

        using var launch = await sandbox.PrepareAsync(profile, workspace, "/bin/sh", "-c", $"cat {sandbox.Outside}/visible; echo x > new && ls /usr/bin/env");
        var (exitCode, output) = await SandboxFixture.RunAsync(launch);

        Assert.Equal(0, exitCode);
        Assert.Contains("No such file", output, StringComparison.Ordinal);
        Assert.EndsWith("/usr/bin/env", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Full_access_starts_the_command_itself()
    {
        using var launch = await sandbox.PrepareAsync(new PermissionProfile.Disabled(), sandbox.Workspace, "/bin/true");

        Assert.Equal((SandboxMechanism.None, "/bin/true"), (launch.Mechanism, launch.Executable));
        Assert.Empty(launch.Descriptors);
    }

    private static PermissionProfile With(params FileSystemSandboxEntry[] more) => new PermissionProfile.Managed(
        new ManagedFileSystemPermissions.Restricted(
        [
            FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Root, FileSystemAccessMode.Read),
            FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.ProjectRoots(null), FileSystemAccessMode.Write),
            .. more,
        ]),
        NetworkSandboxPolicy.Restricted);

    private string Create(string name) => Directory.CreateDirectory(Path.Combine(sandbox.Workspace, name)).FullName;

    private async Task<string> RunWithAsync(string script, params FileSystemSandboxEntry[] entries)
    {
        Assert.SkipWhen(sandbox.SkipReason is not null, sandbox.SkipReason ?? string.Empty);
        using var launch = await sandbox.PrepareAsync(With(entries), sandbox.Workspace, "/bin/sh", "-c", script);
        return (await SandboxFixture.RunAsync(launch)).Output;
    }

    private ValueTask<SandboxLaunch> PrepareAsync(string workspace, string script) =>
        sandbox.PrepareAsync(SandboxFixture.WorkspaceWrite(), workspace, "/bin/sh", "-c", script);

    private async Task<(int ExitCode, string Output)> RunInAsync(string workspace, string script)
    {
        Assert.SkipWhen(sandbox.SkipReason is not null, sandbox.SkipReason ?? string.Empty);
        using var launch = await PrepareAsync(workspace, script);
        return await SandboxFixture.RunAsync(launch);
    }
}
