using Codex.Platform.Processes;

namespace Codex.Execution;

/// <summary>Starts commands on the machine that they name.</summary>
/// <param name="environments">The machines.</param>
/// <param name="local">Starts commands on this machine.</param>
public sealed class EnvironmentLauncher(ExecutionEnvironments environments, IProcessLauncher local) : IProcessLauncher
{
    /// <inheritdoc/>
    public ValueTask<LaunchedProcess> StartAsync(LaunchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return environments.Find(request.EnvironmentId) is { } environment
            ? (environment.Launcher ?? local).StartAsync(request, cancellationToken)
            : throw new SpawnException($"unknown turn environment id `{request.EnvironmentId}`");
    }
}
