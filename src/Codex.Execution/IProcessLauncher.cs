using Codex.Platform.Processes;

namespace Codex.Execution;

/// <summary>Starts commands inside their permissions.</summary>
public interface IProcessLauncher
{
    /// <summary>Starts one; the caller owns the process and disposes it.</summary>
    /// <exception cref="SpawnException">The program could not be started.</exception>
    ValueTask<LaunchedProcess> StartAsync(LaunchRequest request, CancellationToken cancellationToken);
}
