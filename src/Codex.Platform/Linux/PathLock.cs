using System.Globalization;
using Codex.Platform.Linux.Native;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Linux;

/// <summary>
/// An advisory lock on a file or directory itself: shared by its users across processes, gone with the process that held it.
/// Linux only.
/// </summary>
public sealed class PathLock : IDisposable
{
    private readonly SafeFileHandle _handle;

    private PathLock(SafeFileHandle handle) => _handle = handle;

    /// <summary>
    /// Takes a shared lock; waits for an exclusive one to end. Null when the path is missing, or was removed meanwhile.
    /// </summary>
    public static PathLock? TryShare(string path)
    {
        var descriptor = LinuxFiles.Open(path, LinuxFiles.CloseOnExec | LinuxFiles.NoFollow, 0);
        if (descriptor < 0)
        {
            return null;
        }

        var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (LinuxFiles.Lock(descriptor, LinuxFiles.LockShared) == 0 && StillNames(path, descriptor))
        {
            return new(handle);
        }

        handle.Dispose();
        return null;
    }

    /// <summary>Makes the lock exclusive; false, and nothing lost, when somebody else holds it too.</summary>
    public bool TryMakeExclusive() =>
        LinuxFiles.Lock((int)_handle.DangerousGetHandle(), LinuxFiles.LockExclusive | LinuxFiles.LockNonBlocking) == 0;

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private static bool StillNames(string path, int descriptor) =>
        File.ResolveLinkTarget(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{descriptor}"), returnFinalTarget: false)?.FullName == path;
}
