using System.Globalization;
using Codex.Execution.Sandbox;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>Files that <c>.agentsignore</c> names are out of reach of commands, whatever a command tries.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public class IgnoredFileTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    private const string Canary = "sk-canary-in-a-file";

    private static readonly PermissionProfile s_fullDisk = new PermissionProfile.Managed(new ManagedFileSystemPermissions.Unrestricted(), NetworkSandboxPolicy.Enabled);

    [Theory]
    [InlineData("cat x.pem secrets/key config/deep/token sub/local; grep -rs canary . ; head -c 99 sub/../x.pem")]
    [InlineData("mv x.pem y.txt; cat y.txt; cp x.pem z.txt; cat z.txt; ln x.pem l.txt; cat l.txt; ln -s x.pem s.txt; cat s.txt")]
    [InlineData("rm -f x.pem; cat x.pem; > x.pem; chmod 777 x.pem secrets; cat x.pem secrets/key")]
    [InlineData("mv secrets open; cat open/key; mv config open2; cat open2/deep/token; mv config/deep shallow; cat shallow/token")]
    [InlineData("cat /proc/self/root$PWD/x.pem /proc/1/root$PWD/x.pem /proc/self/cwd/x.pem; cd secrets; cat key")]
    [InlineData("rm -f .agentsignore; mv .agentsignore gone; > .agentsignore; echo '!*.pem' >> .agentsignore; sed -i d .agentsignore; cat x.pem")]
    [InlineData("rm -f sub/.agentsignore; mv sub moved; cat moved/local sub/local; echo '!*' > sub/.agentsignore; cat sub/local")]
    [InlineData("cat link other linked/key X.PEM")]
    [InlineData("umount x.pem secrets; umount -l .; cat x.pem; unshare -Urm sh -c 'umount x.pem; cat x.pem'; mount -t tmpfs t secrets; cat secrets/key")]
    [InlineData("python3 -c 'import os; print(os.read(os.open(\"x.pem\", 0), 99))'; dd if=x.pem; tar cf - secrets; find secrets -type f -exec cat {} +")]
    public async Task Named_files_cannot_be_read_by(string attempt)
    {
        foreach (var profile in (PermissionProfile[])[SandboxFixture.WorkspaceWrite(), SandboxFixture.WorkspaceWrite(network: true), PermissionProfile.ReadOnly, s_fullDisk])
        {
            var workspace = Workspace();

            var (_, output) = await RunAsync(profile, workspace, attempt);
            // What one command has prepared does not help the next.
            var (_, later) = await RunAsync(profile, workspace, "cat $(find . -type f) 2>&1");

            Assert.DoesNotContain(Canary, output + later, StringComparison.Ordinal);
            foreach (var kept in (string[])["x.pem", "secrets/key", "config/deep/token"])
                Assert.Equal(Canary, await File.ReadAllTextAsync(Path.Combine(workspace, kept), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_rule_that_a_command_writes_cannot_lift_one()
    {
        var workspace = Workspace();
        Directory.CreateDirectory(Path.Combine(workspace, "new"));
        await File.WriteAllTextAsync(Path.Combine(workspace, "new", "y.pem"), Canary, TestContext.Current.CancellationToken);

        await RunAsync(SandboxFixture.WorkspaceWrite(), workspace, "echo '!y.pem' > new/.agentsignore; mkdir -p new/.git");
        var (_, output) = await RunAsync(SandboxFixture.WorkspaceWrite(), workspace, "cat new/y.pem");

        Assert.DoesNotContain(Canary, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_appears_between_two_commands_is_hidden_from_the_second()
    {
        var workspace = Workspace();
        await RunAsync(SandboxFixture.WorkspaceWrite(), workspace, "true");
        await File.WriteAllTextAsync(Path.Combine(workspace, "late.pem"), Canary, TestContext.Current.CancellationToken);

        var (_, output) = await RunAsync(SandboxFixture.WorkspaceWrite(), workspace, "cat late.pem");

        Assert.DoesNotContain(Canary, output, StringComparison.Ordinal);
        Assert.Contains("Permission denied", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_else_works_as_before()
    {
        var workspace = Workspace();

        var (_, output) = await RunAsync(SandboxFixture.WorkspaceWrite(), workspace, "cat .agentsignore public.pem config/open; echo changed > config/open; cat config/open; echo more > sub/file; cat sub/file");

        Assert.Contains("*.pem", output, StringComparison.Ordinal);
        Assert.Contains("published", output, StringComparison.Ordinal);
        Assert.Contains("changed", output, StringComparison.Ordinal);
        Assert.Contains("more", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/*\n", "keeps commands out of the working directory")]
    [InlineData("*.bin\n", "cannot be addressed")]
    public async Task What_cannot_be_enforced_refuses_the_command(string rules, string reason)
    {
        Assert.SkipWhen(sandbox.SkipReason is not null, sandbox.SkipReason ?? string.Empty);
        var root = Workspace();
        var inner = Directory.CreateDirectory(Path.Combine(root, "inner")).FullName;
        Directory.CreateDirectory(Path.Combine(root, ".git"));
        await File.WriteAllTextAsync(Path.Combine(root, ".agentsignore"), rules, TestContext.Current.CancellationToken);
        if (rules is not "/*\n")
        {
            using var shell = System.Diagnostics.Process.Start("sh", ["-c", $"touch \"$(printf '{root}/\\377.bin')\""]);
            await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using var launch = await sandbox.PrepareAsync(SandboxFixture.WorkspaceWrite(), inner, "/bin/true");

        Assert.Equal(SandboxMechanism.Refused, launch.Mechanism);
        Assert.Contains(reason, launch.Arguments[^1], StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output)> RunAsync(PermissionProfile profile, string workspace, string script)
    {
        Assert.SkipWhen(sandbox.SkipReason is not null, sandbox.SkipReason ?? string.Empty);
        using var launch = await sandbox.PrepareAsync(profile, workspace, "/bin/bash", "--norc", "-c", script);
        Assert.NotEqual(SandboxMechanism.Refused, launch.Mechanism);
        return await SandboxFixture.RunAsync(launch);
    }

    private string Workspace()
    {
        var root = Directory.CreateDirectory(Path.Combine(sandbox.Workspace, string.Create(CultureInfo.InvariantCulture, $"ignored-{Guid.NewGuid():n}"))).FullName;
        Write(".agentsignore", "*.pem\n!public.pem\n/secrets/\n/config/deep/token\n/sub/.hidden\nlink\n");
        Write("x.pem", Canary);
        Write("public.pem", "published");
        Write("secrets/key", Canary);
        Write("config/deep/token", Canary);
        Write("config/open", "open");
        Write("sub/.agentsignore", "/local\n");
        Write("sub/local", Canary);
        Write("sub/file", "old");
        Write("target", Canary);
        File.CreateSymbolicLink(Path.Combine(root, "link"), "target");
        File.CreateSymbolicLink(Path.Combine(root, "other"), "x.pem");
        Directory.CreateSymbolicLink(Path.Combine(root, "linked"), "secrets");
        return root;

        void Write(string name, string text)
        {
            var path = Path.Combine(root, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
