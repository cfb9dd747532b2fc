using Codex.Formats.Secrets;

namespace Codex.Execution.Redaction;

/// <summary>Takes secrets out of what commands print before anybody reads it: model, listeners, rollout.</summary>
/// <param name="launcher">Starts the commands.</param>
/// <param name="patterns">What is taken out; asked at the start of every command.</param>
/// <param name="time">The clock of the waiting.</param>
public sealed class RedactingLauncher(IProcessLauncher launcher, Func<SecretPatterns> patterns, TimeProvider time) : IProcessLauncher
{
    /// <inheritdoc/>
    public async ValueTask<LaunchedProcess> StartAsync(LaunchRequest request, CancellationToken cancellationToken)
    {
        var secrets = patterns();
        var launched = await launcher.StartAsync(request, cancellationToken).ConfigureAwait(false);
        return secrets.IsEmpty ? launched : launched.With(new RedactedProcess(launched.Process, secrets, time));
    }
}
