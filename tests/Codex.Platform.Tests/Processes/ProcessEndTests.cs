using System.Globalization;
using Codex.Platform.Processes;

namespace Codex.Platform.Tests.Processes;

public sealed class ProcessEndTests : IDisposable
{
    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();

    public void Dispose() => _spawner.Dispose();

    private static int LastNumber(string output) =>
        int.Parse(output.Split((char[])['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries)[^1], CultureInfo.InvariantCulture);

    [Fact]
    public async Task Disposing_ends_the_program_and_its_children()
    {
        var process = await _spawner.StartAsync(Spawning.Shell("sleep 100 & echo $! ; wait"));
        var child = LastNumber(await process.ReadUntilAsync("\n"));

        await process.DisposeAsync();

        await Spawning.WaitForDeathAsync(child);
        Assert.Equal(9, (await process.Completion).Signal);
    }

    [Fact]
    public async Task Disposing_ends_a_child_in_a_session_of_its_own()
    {
        var process = await _spawner.StartAsync(Spawning.Shell("setsid sh -c 'echo $$; exec sleep 100' & wait"));
        var child = LastNumber(await process.ReadUntilAsync("\n"));

        await process.DisposeAsync();

        await Spawning.WaitForDeathAsync(child);
    }

    [Fact]
    public async Task Disposing_ends_an_orphan_that_ignores_polite_signals()
    {
        var process = await _spawner.StartAsync(Spawning.Shell("(trap '' HUP TERM INT; echo $(exec sh -c 'echo $PPID'); exec sleep 100) & exit 0"));
        var child = LastNumber(await process.ReadUntilAsync("\n"));
        await process.Completion.WaitAsync(Spawning.Limit, TestContext.Current.CancellationToken);
        Assert.True(Spawning.IsAlive(child));

        await process.DisposeAsync();

        await Spawning.WaitForDeathAsync(child);
    }

    [Fact]
    public async Task Stopping_lets_the_program_clean_up()
    {
        await using var process = await _spawner.StartAsync(Spawning.Shell("trap 'echo bye; exit 3' TERM; echo ready; while :; do sleep 0.02; done"));
        await process.ReadUntilAsync("ready");

        await process.StopAsync(Spawning.Limit, TestContext.Current.CancellationToken);

        Assert.Equal(3, (await process.Completion).Code);
    }

    [Fact]
    public async Task Stopping_kills_what_does_not_listen()
    {
        await using var process = await _spawner.StartAsync(Spawning.Shell("trap '' TERM; echo ready; while :; do sleep 0.02; done"));
        await process.ReadUntilAsync("ready");

        await process.StopAsync(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);

        Assert.Equal(9, (await process.Completion).Signal);
    }

    [Fact]
    public async Task No_zombie_stays_after_disposing()
    {
        var process = await _spawner.StartAsync(Spawning.Shell("exit 0"));
        await process.Completion.WaitAsync(Spawning.Limit, TestContext.Current.CancellationToken);
        Assert.True(Directory.Exists($"/proc/{process.ProcessId}"));

        await process.DisposeAsync();

        Assert.False(Directory.Exists($"/proc/{process.ProcessId}"));
    }

    [Fact]
    public async Task Disposing_the_spawner_ends_the_output_of_what_still_runs()
    {
        var spawner = ProcessSpawner.Create();
        await using var process = await spawner.StartAsync(Spawning.Shell("sleep 100"));

        spawner.Dispose();

        await process.Output.Completion.WaitAsync(Spawning.Limit, TestContext.Current.CancellationToken);
        process.Kill();
    }

    [Fact]
    public async Task Two_hundred_programs_at_once_need_no_thread_each()
    {
        var before = System.Diagnostics.Process.GetCurrentProcess().Threads.Count;
        var processes = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => _spawner.StartAsync(Spawning.Shell("read x", StdioMode.PipesWithInput))));
        var during = System.Diagnostics.Process.GetCurrentProcess().Threads.Count;

        foreach (var process in processes)
            await process.DisposeAsync();

        Assert.InRange(during - before, 0, 60);
    }
}
