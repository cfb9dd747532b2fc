using System.Runtime.Versioning;
using Codex.Execution.Sandbox.Planning;
using Codex.Platform.Linux;

namespace Codex.Execution.Sandbox;

/// <summary>
/// The empty entry on the host that a mount over a missing name needs. It is there while a command needs it and removed
/// after the last one, across processes: removing it earlier would end the protection for the others.
/// </summary>
/// <remarks>
/// Every user holds a shared lock on the entry itself. What a killed process left behind is recognised by its sticky bit,
/// which nobody sets on such an entry, and removed by the next command; an empty entry of the user's own is never touched.
/// </remarks>
[SupportedOSPlatform("linux")]
internal sealed class MountPointLease : IDisposable
{
    private const UnixFileMode Mark = UnixFileMode.StickyBit;
    private const UnixFileMode DirectoryMode =
        Mark | UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
    private const UnixFileMode FileMode = Mark | UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;
    private readonly PathLock _lock;

    private MountPointLease(string path, PathLock held)
    {
        _path = path;
        _lock = held;
    }

    /// <summary>Takes part in the entry; null when it is the user's own and has to stay.</summary>
    /// <exception cref="SandboxException">The entry cannot be made, so the name cannot be protected.</exception>
    public static MountPointLease? Acquire(SandboxMount mount)
    {
        while (true)
        {
            Create(mount);
            if (PathLock.TryShare(mount.Path) is not { } held)
            {
                // Its last user removed it between our two steps.
                continue;
            }

            if (IsMarked(mount.Path))
            {
                return new(mount.Path, held);
            }

            held.Dispose();
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_lock.TryMakeExclusive() && IsMarked(_path))
        {
            Remove();
        }

        _lock.Dispose();
    }

    private static bool IsMarked(string path) => Path.Exists(path) && (File.GetUnixFileMode(path) & Mark) != 0;

    private static void Create(SandboxMount mount)
    {
        try
        {
            if (Path.Exists(mount.Path))
            {
                return;
            }

            if (mount.Kind == SandboxMountKind.EmptyDirectory)
            {
                Directory.CreateDirectory(mount.Path, DirectoryMode);
            }
            else
            {
                File.OpenHandle(mount.Path, System.IO.FileMode.CreateNew, FileAccess.Write).Dispose();
                File.SetUnixFileMode(mount.Path, FileMode);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (!Path.Exists(mount.Path))
            {
                throw new SandboxException($"cannot protect the missing path {mount.Path}: {error.Message}", error);
            }
        }
    }

    private void Remove()
    {
        try
        {
            if (Directory.Exists(_path))
            {
                Directory.Delete(_path);
            }
            else if (new FileInfo(_path).Length == 0)
            {
                File.Delete(_path);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Somebody uses it by now: it is theirs.
        }
    }
}
