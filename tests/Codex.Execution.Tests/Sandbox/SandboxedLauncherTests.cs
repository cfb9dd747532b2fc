using System.Text;
using Codex.Platform.Processes;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Tests.Sandbox;

/// <summary>The way of the product: through the launcher and the spawner, descriptors included.</summary>
public sealed class SandboxedLauncherTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_command_runs_inside_its_permissions(bool terminal)
    {
        Assert.SkipWhen(sandbox.SkipReason is not null, sandbox.SkipReason ?? string.Empty);
        var stdio = terminal ? StdioMode.Terminal(TerminalSize.Default) : StdioMode.Pipes;

        var (code, output) = await RunAsync(SandboxFixture.WorkspaceWrite(), stdio, "pwd; echo x > inside; echo x > ../escaped; grep Seccomp: /proc/self/status; exit 3");

        Assert.Equal(3, code);
        Assert.Contains(sandbox.Workspace, output, StringComparison.Ordinal);
        Assert.Contains("Read-only file system", output, StringComparison.Ordinal);
        Assert.Contains("Seccomp:\t2", output, StringComparison.Ordinal);
        Assert.Equal(["inside"], Directory.EnumerateFileSystemEntries(sandbox.Workspace).Select(Path.GetFileName));
        File.Delete(Path.Combine(sandbox.Workspace, "inside"));
    }

    [Fact]
    public async Task Killing_the_process_ends_everything_in_the_sandbox()
    {
        Assert.SkipWhen(sandbox.SkipReason is not null, sandbox.SkipReason ?? string.Empty);
        await using var launched = await StartAsync(SandboxFixture.WorkspaceWrite(), StdioMode.Pipes, "setsid sleep 1000 & echo started; wait");
        await ReadUntilAsync(launched.Process, "started");

        launched.Process.Kill();
        await launched.Process.Completion;

        // Every writer of the pipe is inside the sandbox: its end is the end of them all.
        await ReadUntilAsync(launched.Process, null);
    }

    [Fact]
    public async Task Full_access_is_not_called_a_sandbox()
    {
        await using var launched = await StartAsync(new PermissionProfile.Disabled(), StdioMode.Pipes, "exit 0");

        Assert.False(launched.IsSandboxed);
        Assert.Equal(0, (await launched.Process.Completion).ShellCode);
    }

    private async Task<(int Code, string Output)> RunAsync(PermissionProfile profile, StdioMode stdio, string script)
    {
        await using var launched = await StartAsync(profile, stdio, script);
        var output = await ReadUntilAsync(launched.Process, null);
        return ((await launched.Process.Completion).ShellCode, output);
    }

    private ValueTask<LaunchedProcess> StartAsync(PermissionProfile profile, StdioMode stdio, string script) => sandbox.Launcher.StartAsync(
        new()
        {
            Command = ["/bin/sh", "-c", script],
            WorkingDirectory = sandbox.Workspace,
            PolicyDirectory = sandbox.Workspace,
            Environment = sandbox.Host().Variables,
            Stdio = stdio,
            Permissions = profile,
        },
        TestContext.Current.CancellationToken);

    private static async Task<string> ReadUntilAsync(IRunningProcess process, string? marker)
    {
        var text = new StringBuilder();
        await foreach (var chunk in process.Output.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            using (chunk)
            {
                text.Append(Encoding.UTF8.GetString(chunk.Bytes.Span));
            }

            if (marker is not null && text.ToString().Contains(marker, StringComparison.Ordinal))
            {
                break;
            }
        }

        return text.ToString();
    }
}
