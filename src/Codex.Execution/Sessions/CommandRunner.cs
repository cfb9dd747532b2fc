using Codex.Platform.Processes;

namespace Codex.Execution.Sessions;

/// <summary>Runs commands to their end.</summary>
/// <param name="launcher">Starts them.</param>
/// <param name="time">The clock of time limits.</param>
public sealed class CommandRunner(IProcessLauncher launcher, TimeProvider time)
{
    /// <summary>How long a cancelled command may clean up.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs one; what it leaves behind is ended with it. Only its output is reported, start and end are the caller's.</summary>
    /// <exception cref="SpawnException">It could not be started.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and has ended.</exception>
    public async Task<CapturedRun> RunAsync(LaunchRequest request, TimeSpan limit, ICommandEvents events, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var launched = await launcher.StartAsync(request, cancellationToken).ConfigureAwait(false);
        await using var owned = launched.ConfigureAwait(false);
        var output = new CapturedOutput(events);
        var reading = OutputReading.ReadAsync(launched.Process, time, output.AddAsync);
        var timedOut = !await EndsInTimeAsync(launched.Process, limit, cancellationToken).ConfigureAwait(false);
        await reading.ConfigureAwait(false);
        await output.FlushAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return new(await launched.Process.Completion.ConfigureAwait(false), timedOut, output.Aggregate(), time.GetElapsedTime(started))
        {
            IsSandboxed = launched.IsSandboxed,
        };
    }

    /// <summary>False when the limit was reached; the process has been killed then.</summary>
    private async Task<bool> EndsInTimeAsync(IRunningProcess process, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await process.Completion.WaitAsync(limit, time, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            process.Kill();
            return false;
        }
        catch (OperationCanceledException)
        {
            await process.StopAsync(s_grace, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
    }
}
