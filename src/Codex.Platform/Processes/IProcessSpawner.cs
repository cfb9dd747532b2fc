namespace Codex.Platform.Processes;

/// <summary>Starts programs. One instance serves a whole program; disposing it stops its thread.</summary>
public interface IProcessSpawner : IDisposable
{
    /// <summary>
    /// Starts a program as the leader of a new session and process group. The thread that starts it lives as long as the
    /// spawner, because parent-death signals are tied to that thread.
    /// </summary>
    /// <exception cref="SpawnException">The program could not be started.</exception>
    Task<IRunningProcess> StartAsync(SpawnRequest request);
}
