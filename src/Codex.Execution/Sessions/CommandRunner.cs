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
        using var whole = new TimeLimit(limit, time);
        return await RunAsync(request, whole, events, begun: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same with a limit that may be paused.</summary>
    /// <param name="request">The command.</param>
    /// <param name="limit">How long it may run.</param>
    /// <param name="events">Takes its output.</param>
    /// <param name="begun">What happens as soon as it has been started; null when nothing does.</param>
    /// <param name="cancellationToken">Ends the command.</param>
    /// <exception cref="SpawnException">It could not be started.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, and has ended.</exception>
    public async Task<CapturedRun> RunAsync(LaunchRequest request, TimeLimit limit, ICommandEvents events, Action? begun, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var launched = await launcher.StartAsync(request, cancellationToken).ConfigureAwait(false);
        begun?.Invoke();
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
    private static async Task<bool> EndsInTimeAsync(IRunningProcess process, TimeLimit limit, CancellationToken cancellationToken)
    {
        try
        {
            if (await Task.WhenAny(process.Completion, limit.Reached).WaitAsync(cancellationToken).ConfigureAwait(false) == process.Completion)
                return true;
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
