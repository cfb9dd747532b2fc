using System.Runtime.InteropServices;
using Codex.Platform.Linux.Native;

namespace Codex.Platform.Linux;

/// <summary>
/// Changes the mounts of the namespace this process is in. Only for a helper that was started in a mount namespace of its
/// own. Every failure is an <see cref="IOException"/> that names the call and the path.
/// </summary>
public static unsafe class MountNamespace
{
    private const ulong ReadOnly = 1;
    private const ulong NoSetUserId = 2;
    private const ulong NoDevices = 4;
    private const int AttributeWords = 4;
    private const nuint TmpfsFlags = 2 | 4;

    /// <summary>Makes every mount read-only, without devices and set-user-id programs.</summary>
    public static void FreezeAll() => SetAttributes("/", ReadOnly | NoSetUserId | NoDevices, 0, Mounting.Recursive);

    /// <summary>Puts a path on itself as a mount of its own, with everything mounted below.</summary>
    public static void BindOntoItself(string path) => Check(Mounting.Mount(path, path, null, Mounting.BindRecursive, null), "mount", path);

    /// <summary>Puts a file over another.</summary>
    public static void Bind(string source, string target) => Check(Mounting.Mount(source, target, null, Mounting.Bind, null), "mount", target);

    /// <summary>Takes devices and set-user-id programs away from the mount at a path and those below.</summary>
    public static void ForbidDevices(string path) => SetAttributes(path, NoSetUserId | NoDevices, 0, Mounting.Recursive);

    /// <summary>Makes the mount at a path, and those below, read-only.</summary>
    public static void ForbidWrites(string path) => SetAttributes(path, ReadOnly, 0, Mounting.Recursive);

    /// <summary>Mounts an empty file system.</summary>
    /// <param name="path">Where.</param>
    /// <param name="mode">The mode of its root, in octal digits.</param>
    public static void MountEmpty(string path, string mode) =>
        Check(Mounting.Mount("tmpfs", path, "tmpfs", TmpfsFlags, $"mode={mode}"), "mount", path);

    /// <summary>Mounts the processes of this process namespace.</summary>
    public static void MountProcesses(string path) => Check(Mounting.Mount("proc", path, "proc", TmpfsFlags | 8, null), "mount", path);

    /// <summary>Mounts terminals of its own.</summary>
    public static void MountTerminals(string path) =>
        Check(Mounting.Mount("devpts", path, "devpts", 2 | 8, "newinstance,ptmxmode=0666,mode=620"), "mount", path);

    /// <summary>Takes a copy of what is mounted at and below a path; give it a place with <see cref="Attach"/>.</summary>
    public static int Detach(string path) => (int)Check(
        Mounting.OpenTree(
            Mounting.NumberOfOpenTree, Mounting.CurrentDirectory, path, Mounting.CloneTree | Mounting.Recursive | LinuxFiles.CloseOnExec),
        "open_tree",
        path);

    /// <summary>Gives a copy its place, and closes it.</summary>
    public static void Attach(int copy, string path)
    {
        using var owner = new Microsoft.Win32.SafeHandles.SafeFileHandle(copy, ownsHandle: true);
        Check(
            Mounting.MoveMount(Mounting.NumberOfMoveMount, copy, string.Empty, Mounting.CurrentDirectory, path, Mounting.FromEmptyPath), "move_mount", path);
    }

    private static void SetAttributes(string path, ulong set, ulong clear, nint flags)
    {
        var attributes = stackalloc ulong[AttributeWords] { set, clear, 0, 0 };
        Check(
            Mounting.SetAttributes(
                Mounting.NumberOfMountSetAttributes, Mounting.CurrentDirectory, path, flags, attributes, AttributeWords * sizeof(ulong)),
            "mount_setattr",
            path);
    }

    private static nint Check(nint result, string call, string path) =>
        result >= 0 ? result : throw new IOException($"{call} {path}: {Marshal.GetLastPInvokeErrorMessage()}");
}
