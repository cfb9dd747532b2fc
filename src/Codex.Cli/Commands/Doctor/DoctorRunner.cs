using Codex.Cli.Commands.Doctor.Report;

namespace Codex.Cli.Commands.Doctor;

/// <summary>Makes checks side by side and keeps them in order.</summary>
internal sealed class DoctorRunner(TimeProvider clock, DoctorProgress progress)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    /// <summary>Makes all checks.</summary>
    public async Task<IReadOnlyList<DoctorCheck>> RunAsync(IEnumerable<DoctorStep> steps, CancellationToken cancellationToken) =>
        await Task.WhenAll([.. steps.Select(step => RunAsync(step, cancellationToken))]);

    private async Task<DoctorCheck> RunAsync(DoctorStep step, CancellationToken cancellationToken)
    {
        progress.Begin(step.Label);
        var start = clock.GetTimestamp();
        var running = step.RunAsync(cancellationToken);
        while (!running.IsCompleted)
        {
            await Task.WhenAny(running, Task.Delay(s_interval, clock, cancellationToken));
            if (!running.IsCompleted && clock.GetElapsedTime(start) is var elapsed && elapsed >= s_patience)
                progress.Wait(step.Label, elapsed);
        }

        return await running with { DurationMilliseconds = (long)clock.GetElapsedTime(start).TotalMilliseconds };
    }
}
