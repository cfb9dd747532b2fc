using System.Runtime.InteropServices;
using Codex.Platform.Windows.Sandboxing;

namespace Codex.Execution.Sandbox;

/// <summary>
/// What to start in place of a command so that it runs inside its sandbox. Dispose it when the started process has ended:
/// it owns descriptors and the mount points that had to be made for names that do not exist.
/// </summary>
/// <remarks>
/// The sandbox asks the kernel to be killed together with its parent. That signal is tied to the <i>thread</i> that spawned
/// it: start the process on a thread that lives as long as the process may.
/// </remarks>
public sealed class SandboxLaunch : IDisposable
{
    private readonly IReadOnlyList<IDisposable> _owned;

    internal SandboxLaunch(SandboxMechanism mechanism, string executable, IReadOnlyList<string> arguments, IReadOnlyList<IDisposable> owned)
    {
        Mechanism = mechanism;
        Executable = executable;
        Arguments = arguments;
        _owned = owned;
    }

    /// <summary>What keeps the command inside its permissions.</summary>
    public SandboxMechanism Mechanism { get; }

    /// <summary>The file to execute; a bare name is looked up in <see cref="Environment"/>'s <c>PATH</c>.</summary>
    public string Executable { get; }

    /// <summary>All arguments, the one with index 0 included.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>Where to start; absolute.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>The whole environment.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>The token to start under, on Windows; null for our own.</summary>
    public SafeHandle? Token { get; init; }

    /// <summary>The container to start in, on Windows; null for none.</summary>
    public AppContainer? Container { get; init; }

    /// <summary>What must be open in the child beside the standard streams; everything else must be closed.</summary>
    public IReadOnlyList<SandboxDescriptor> Descriptors { get; init; } = [];

    /// <summary>What happens once the process runs; null when nothing has to.</summary>
    internal Action? Started { get; init; }

    /// <summary>To be called once the process has been started.</summary>
    public void Begin() => Started?.Invoke();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var owned in _owned)
        {
            owned.Dispose();
        }
    }
}
