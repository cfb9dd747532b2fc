using Codex.Platform.Processes.Posix;
using Codex.Platform.Processes.Windows;

namespace Codex.Platform.Processes;

/// <summary>The spawner of the running operating system.</summary>
public static class ProcessSpawner
{
    /// <summary>Creates it. Cheap: threads start with the first program.</summary>
    public static IProcessSpawner Create() => OperatingSystem.IsWindows() ? new WindowsProcessSpawner() : new PosixProcessSpawner();
}
