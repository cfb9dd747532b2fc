using System.Text;
using Codex.Execution.Sandbox;
using Codex.Execution.Sessions;
using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Execution.Tests.Sessions;

public sealed class CommandRunnerTests : IDisposable
{
    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();
    private readonly SandboxCommand _sandbox;

    public CommandRunnerTests()
    {
        _sandbox = new(new HostEnvironment
        {
            Variables = new Dictionary<string, string>(),
            CurrentDirectory = "/",
            TemporaryDirectory = "/tmp",
            ExecutablePath = "/nowhere",
        }, _spawner, new(), static (_, _) => { });
    }

    public void Dispose()
    {
        _spawner.Dispose();
        _sandbox.Dispose();
    }

    private Task<CapturedRun> RunAsync(string script, TimeSpan? limit = null, CancellationToken cancellationToken = default) =>
        new CommandRunner(new SandboxedLauncher(_spawner, _sandbox), TimeProvider.System)
            .RunAsync(SessionFixture.Launch(script), limit ?? SessionFixture.Limit, new RecordedEvents(), cancellationToken);

    [Fact]
    public async Task Output_comes_before_errors()
    {
        var run = await RunAsync("echo err >&2; echo out; exit 2");

        Assert.Equal(("out\nerr\n", 2, false), (Encoding.UTF8.GetString(run.Output), run.Status.Code, run.TimedOut));
    }

    [Fact]
    public async Task The_time_limit_ends_the_command_and_keeps_its_output()
    {
        var run = await RunAsync("echo part; sleep 100", TimeSpan.FromMilliseconds(400));

        Assert.True(run.TimedOut);
        Assert.Equal("part\n", Encoding.UTF8.GetString(run.Output));
    }

    [Fact]
    public async Task A_child_that_holds_the_output_open_costs_neither_time_nor_output()
    {
        var run = await RunAsync("sleep 100 & echo hi");

        Assert.Equal("hi\n", Encoding.UTF8.GetString(run.Output));
        Assert.True(run.Duration < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_cancelled_command_may_clean_up()
    {
        var directory = Directory.CreateTempSubdirectory();
        var mark = Path.Combine(directory.FullName, "mark");
        using var cancel = new CancellationTokenSource();
        var running = RunAsync($"trap 'echo clean > {mark}; exit' TERM; echo > {mark}; while :; do sleep 0.01; done", cancellationToken: cancel.Token);
        while (!File.Exists(mark))
            await Task.Delay(5, TestContext.Current.CancellationToken);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal("clean\n", await File.ReadAllTextAsync(mark, TestContext.Current.CancellationToken));
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task Both_streams_share_a_megabyte()
    {
        var run = await RunAsync("head -c 2000000 /dev/zero | tr '\\0' o; head -c 2000000 /dev/zero | tr '\\0' e >&2");

        Assert.Equal(1 << 20, run.Output.Length);
        Assert.Equal((1 << 20) / 3, run.Output.AsSpan().Count((byte)'o'));
    }
}
