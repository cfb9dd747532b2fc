using Codex.Platform.Processes;

namespace Codex.Execution;

/// <summary>A started command, and what has to be given back when it has ended (the sandbox's descriptors and mount points).</summary>
/// <param name="process">The process.</param>
/// <param name="isSandboxed">Whether something holds it inside its permissions.</param>
/// <param name="resources">Disposed after the process.</param>
public sealed class LaunchedProcess(IRunningProcess process, bool isSandboxed, IDisposable? resources) : IAsyncDisposable
{
    /// <summary>The process; do not dispose it by itself.</summary>
    public IRunningProcess Process { get; } = process;

    /// <summary>Whether something holds it inside its permissions, so that a failure may be a denial.</summary>
    public bool IsSandboxed { get; } = isSandboxed;

    /// <summary>The same with a process that stands before this one; it disposes this one's.</summary>
    public LaunchedProcess With(IRunningProcess wrapper) => new(wrapper, IsSandboxed, resources);

    /// <summary>Ends the process and its descendants.</summary>
    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync().ConfigureAwait(false);
        resources?.Dispose();
    }
}
