using System.Net;
using System.Net.Sockets;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>Commands that try to get out, run for real.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public class SandboxEscapeTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Fact]
    public async Task The_workspace_can_be_written_and_its_neighbours_cannot()
    {
        var (_, output) = await sandbox.RunAsync(
            SandboxFixture.WorkspaceWrite(),
            $"echo in > inside; echo out > {sandbox.Outside}/x; echo up > ../y; rm -rf {sandbox.Outside}; cat inside");

        Assert.EndsWith("in", output, StringComparison.Ordinal);
        Assert.True(Directory.Exists(sandbox.Outside));
        Assert.Empty(Directory.EnumerateFileSystemEntries(sandbox.Outside));
        Assert.False(File.Exists(Path.Combine(sandbox.Workspace, "..", "y")));
    }

    [Fact]
    public async Task Reading_only_means_no_write_anywhere()
    {
        var (exitCode, output) = await sandbox.RunAsync(
            Codex.Protocol.Permissions.PermissionProfile.ReadOnly, "echo x > readonly-probe || touch /tmp/codex-readonly-probe");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Read-only file system", output, StringComparison.Ordinal);
        Assert.False(File.Exists("/tmp/codex-readonly-probe"));
    }

    [Theory]
    [InlineData("ln -s {0} link-later; echo x > link-later/new")]
    [InlineData("echo x > source; mv source {0}/new")]
    [InlineData("echo x > source; ln source {0}/new")]
    [InlineData("echo x > /proc/1/root{0}/new")]
    [InlineData("echo x > /proc/self/cwd/../outside/new")]
    [InlineData("cd {0}; echo x > new")]
    [InlineData("mkdir m && mount --bind {0} m && echo x > m/new")]
    [InlineData("mount -o remount,rw,bind /; echo x > {0}/new")]
    [InlineData("mount -o remount,rw,bind {0}; echo x > {0}/new")]
    [InlineData("umount -l /; echo x > {0}/new")]
    [InlineData("unshare -Urm sh -c 'mount -o remount,rw,bind /; echo x > {0}/new'")]
    [InlineData("nsenter -t 1 -m sh -c 'echo x > {0}/new'")]
    public async Task Nothing_outside_is_written_by(string attempt)
    {
        await sandbox.RunAsync(SandboxFixture.WorkspaceWrite(), string.Format(System.Globalization.CultureInfo.InvariantCulture, attempt, sandbox.Outside));

        Assert.False(File.Exists(Path.Combine(sandbox.Outside, "new")));
    }

    [Fact]
    public async Task A_hard_link_into_the_workspace_cannot_be_made()
    {
        var secret = Path.Combine(sandbox.Outside, "..", "secret");
        await File.WriteAllTextAsync(secret, "kept", TestContext.Current.CancellationToken);

        await sandbox.RunAsync(SandboxFixture.WorkspaceWrite(), "ln ../secret hard && echo changed > hard");

        Assert.Equal("kept", await File.ReadAllTextAsync(secret, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task No_capability_is_left_and_none_can_be_gained()
    {
        var (_, output) = await sandbox.RunAsync(SandboxFixture.WorkspaceWrite(network: true), "grep -E '^(Cap(Prm|Eff|Bnd)|NoNewPrivs|Seccomp):' /proc/self/status");

        Assert.Equal(
            ["CapPrm:\t0000000000000000", "CapEff:\t0000000000000000", "CapBnd:\t0000000000000000", "NoNewPrivs:\t1", "Seccomp:\t2"],
            output.Split('\n'));
    }

    [Fact]
    public async Task Processes_of_the_host_are_neither_seen_nor_signalled()
    {
        var (_, output) = await sandbox.RunAsync(
            SandboxFixture.WorkspaceWrite(), $"kill -0 {Environment.ProcessId}; echo $?; ls /proc | grep -c '^[0-9]'; cat /proc/{Environment.ProcessId}/environ 2>/dev/null | wc -c");
        var lines = output.Split('\n');

        Assert.Contains("1", lines);
        Assert.True(int.Parse(lines[^2], System.Globalization.CultureInfo.InvariantCulture) < 10, output);
    }

    [Fact]
    public async Task A_listener_of_the_host_cannot_be_reached_without_network_and_can_with()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var script = $"exec 5<>/dev/tcp/127.0.0.1/{((IPEndPoint)listener.LocalEndpoint).Port} && echo connected";

        var (closed, _) = await sandbox.RunAsync(SandboxFixture.WorkspaceWrite(), script);
        var (_, open) = await sandbox.RunAsync(SandboxFixture.WorkspaceWrite(network: true), script);

        Assert.NotEqual(0, closed);
        Assert.Equal("connected", open);
    }

    [Theory]
    [InlineData("socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM)")]
    [InlineData("socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM)")]
    [InlineData("socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET)")]
    [InlineData("socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 9)")]
    [InlineData("socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)")]
    [InlineData("c.syscall(101, 0, 0, 0, 0) < 0 and e()")]
    [InlineData("c.syscall(425, 1, 0) < 0 and e()")]
    [InlineData("c.syscall(310, 1, 0, 0, 0, 0, 0) < 0 and e()")]
    [InlineData("c.syscall(0x40000000 | 41, 2, 1, 0) < 0 and e()")]
    [InlineData("c.syscall(56, 0x10000011, 0, 0, 0, 0) < 0 and e()")]
    public Task The_filter_denies(string call) => sandbox.AssertDeniedAsync(call);

    [Fact]
    public async Task Pairs_of_unix_sockets_and_threads_still_work()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3"), "needs python3");

        var (exitCode, output) = await sandbox.RunAsync(
            SandboxFixture.WorkspaceWrite(),
            "/usr/bin/python3 -c \"import socket,threading; a,b=socket.socketpair(); t=threading.Thread(target=lambda: a.sendmsg([b'hi'])); t.start(); print(b.recv(2))\"");

        Assert.Equal((0, "b'hi'"), (exitCode, output));
    }

    [Fact]
    public async Task The_environment_says_that_the_network_is_off()
    {
        var (_, without) = await sandbox.RunAsync(SandboxFixture.WorkspaceWrite(), "echo \"[$CODEX_SANDBOX_NETWORK_DISABLED]\"");
        var (_, with) = await sandbox.RunAsync(SandboxFixture.WorkspaceWrite(network: true), "echo \"[$CODEX_SANDBOX_NETWORK_DISABLED]\"");

        Assert.Equal(("[1]", "[]"), (without, with));
    }

    [Fact]
    public async Task No_descendant_outlives_the_launched_process()
    {
        var marker = Path.Combine(sandbox.Workspace, "alive");
        await sandbox.RunAsync(SandboxFixture.WorkspaceWrite(), "(setsid sh -c 'sleep 2; echo x > alive' &) ; echo started");

        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        Assert.False(File.Exists(marker));
    }

    [Fact]
    public async Task Exit_codes_come_through()
    {
        Assert.Equal(37, (await sandbox.RunAsync(SandboxFixture.WorkspaceWrite(), "exit 37")).ExitCode);
        Assert.Equal(137, (await sandbox.RunAsync(SandboxFixture.WorkspaceWrite(), "kill -9 $$")).ExitCode);
    }

    [Fact]
    public async Task An_ordinary_user_is_held_too()
    {
        Assert.SkipUnless(Environment.UserName == "root" && File.Exists("/usr/bin/setpriv"), "needs root and setpriv");
        var user = Directory.CreateDirectory("/tmp/codex-sandbox-user-" + Guid.NewGuid().ToString("N")).FullName;
        try
        {
            File.SetUnixFileMode(user, (UnixFileMode)0b111_111_111);
            using var launch = await sandbox.PrepareAsync(SandboxFixture.WorkspaceWrite(), user, "/bin/sh", "-c", "id -u; echo x > mine && echo written; echo x > /tmp/codex-sandbox-escape");
            var (_, output) = await SandboxFixture.RunAsync(launch, "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

            Assert.StartsWith("65534\nwritten\n", output, StringComparison.Ordinal);
            Assert.False(File.Exists("/tmp/codex-sandbox-escape"));
        }
        finally
        {
            Directory.Delete(user, recursive: true);
        }
    }
}
