using Codex.Platform.Processes;

namespace Codex.Platform.Tests.Processes;

public sealed class ProcessCaptureTests : IDisposable
{
    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();

    public void Dispose() => _spawner.Dispose();

    [Fact]
    public async Task Everything_printed_is_kept_with_the_status()
    {
        var printed = await CaptureAsync("printf 'zw\\303'; sleep 0.01; printf '\\266lf'; echo err >&2; exit 3");

        Assert.Equal(("zwölf", "err\n", 3, true), (printed.OutputText, printed.ErrorText, printed.Status.Code, printed.IsComplete));
    }

    [Fact]
    public async Task What_is_over_the_limit_is_lost_and_said()
    {
        var printed = await CaptureAsync("head -c 300000 /dev/zero | tr '\\0' x; echo end >&2");

        Assert.Equal((1000, "end\n", false), (printed.StandardOutput.Length, printed.ErrorText, printed.IsComplete));
    }

    [Fact]
    public async Task Whoever_does_not_wait_any_more_ends_the_program()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var start = TimeProvider.System.GetTimestamp();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _spawner.CaptureAsync(Spawning.Shell("sleep 600"), 1000, cancellation.Token));

        Assert.InRange(TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero, Spawning.Limit);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_an_error() =>
        await Assert.ThrowsAsync<SpawnException>(
            () => _spawner.CaptureAsync(Spawning.Shell("") with { FileName = "/no/such/program" }, 1000, TestContext.Current.CancellationToken));

    private Task<CapturedProcess> CaptureAsync(string script) =>
        _spawner.CaptureAsync(Spawning.Shell(script), 1000, TestContext.Current.CancellationToken);
}
