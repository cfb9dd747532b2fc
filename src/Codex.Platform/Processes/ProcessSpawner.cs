using Codex.Platform.Processes.Posix;

namespace Codex.Platform.Processes;

/// <summary>The spawner of the running operating system.</summary>
public static class ProcessSpawner
{
    /// <summary>Creates it. Cheap: threads start with the first program.</summary>
    public static IProcessSpawner Create() =>
        OperatingSystem.IsWindows()
            ? throw new PlatformNotSupportedException("Programs cannot be started on this system yet.")
            : new PosixProcessSpawner();
}
