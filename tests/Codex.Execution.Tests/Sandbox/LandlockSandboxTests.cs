using System.Net;
using System.Net.Sockets;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>Commands held by Landlock and the system call filter alone.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class LandlockSandboxTests(LandlockSandboxFixture sandbox) : IClassFixture<LandlockSandboxFixture>
{
    [Fact]
    public async Task What_exists_in_the_workspace_can_be_changed_and_its_neighbours_cannot()
    {
        Directory.CreateDirectory(Path.Combine(sandbox.Workspace, "src"));
        await File.WriteAllTextAsync(Path.Combine(sandbox.Workspace, "file"), "old", TestContext.Current.CancellationToken);

        var (_, output) = await sandbox.RunAsync(
            SandboxFixture.WorkspaceWrite(), $"echo new > file; echo in > src/new; mkdir src/d; echo x > {sandbox.Outside}/x; cat file src/new");

        Assert.EndsWith("new\nin", output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(sandbox.Outside));
    }

    [Theory]
    [InlineData("echo x > .git/config")]
    [InlineData("echo x > .git/hooks/post-commit")]
    [InlineData("mv .git gone")]
    [InlineData("ln .git/config alias && echo x > alias")]
    [InlineData("rm -rf .git")]
    [InlineData("mkdir .codex && echo x > .codex/config.toml")]
    [InlineData("truncate -s 0 .git/config")]
    public async Task Repository_data_stays(string attempt)
    {
        Directory.CreateDirectory(Path.Combine(sandbox.Workspace, ".git", "hooks"));
        var config = Path.Combine(sandbox.Workspace, ".git", "config");
        await File.WriteAllTextAsync(config, "kept", TestContext.Current.CancellationToken);

        await sandbox.RunAsync(SandboxFixture.WorkspaceWrite(), attempt);

        Assert.Equal("kept", await File.ReadAllTextAsync(config, TestContext.Current.CancellationToken));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(sandbox.Workspace, ".git", "hooks")));
        Assert.False(Directory.Exists(Path.Combine(sandbox.Workspace, ".codex")));
    }

    [Fact]
    public async Task Nothing_can_be_written_where_reading_is_all()
    {
        await File.WriteAllTextAsync(Path.Combine(sandbox.Workspace, "readable"), "text", TestContext.Current.CancellationToken);

        var (_, output) = await sandbox.RunAsync(PermissionProfile.ReadOnly, "cat readable; echo x > readable; touch -d yesterday new; rm readable; cat readable");

        Assert.StartsWith("text", output, StringComparison.Ordinal);
        Assert.EndsWith("text", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_network_is_closed_and_so_are_signals_to_the_host()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var (_, output) = await sandbox.RunAsync(SandboxFixture.WorkspaceWrite(), $"""
            (exec 5<>/dev/tcp/127.0.0.1/{((IPEndPoint)listener.LocalEndpoint).Port}) 2>/dev/null && echo connected
            kill -0 {Environment.ProcessId} 2>/dev/null && echo signalled
            cat /proc/{Environment.ProcessId}/environ 2>/dev/null | wc -c
            grep -E '^(CapEff|NoNewPrivs|Seccomp):' /proc/self/status | cut -f2
            """);

        Assert.Equal("0\n0000000000000000\n1\n2", output);
    }

    [Fact]
    public async Task What_was_asked_for_is_not_announced()
    {
        await sandbox.RunAsync(PermissionProfile.ReadOnly, "true");

        Assert.Empty(sandbox.Notices);
    }
}
