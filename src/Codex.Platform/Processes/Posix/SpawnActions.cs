using System.Runtime.InteropServices;
using Codex.Platform.Linux.Native;
using Codex.Platform.Posix.Native;

namespace Codex.Platform.Processes.Posix;

/// <summary>What the new process does with descriptors and directory before it becomes the program; done in the order of the calls.</summary>
internal sealed unsafe class SpawnActions : IDisposable
{
    private readonly byte* _block = (byte*)NativeMemory.AllocZeroed(Spawn.OpaqueSize);

    internal SpawnActions() => Check(Spawn.InitializeActions(_block));

    internal byte* Pointer => _block;

    internal void Open(int descriptor, string path, int flags) => Check(Spawn.AddOpen(_block, descriptor, path, flags, 0));

    internal void Duplicate(int descriptor, int target) => Check(Spawn.AddDuplicate(_block, descriptor, target));

    /// <summary>Closes a descriptor that need not be open.</summary>
    internal void Close(int descriptor) => Check(Spawn.AddClose(_block, descriptor));

    internal void ChangeDirectory(string path) => Check(Spawn.AddChangeDirectory(_block, path));

    /// <summary>
    /// Closes everything from a number on. Without the call (musl, old glibc) the close-on-exec flag, which the runtime and this
    /// project set on all their descriptors, has to do; macOS closes by attribute.
    /// </summary>
    internal void CloseFrom(int firstDescriptor)
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            Check(SpawnExtensions.AddCloseFrom(_block, firstDescriptor));
        }
        catch (EntryPointNotFoundException)
        {
            // See the summary: nothing more can be done in the child.
        }
    }

    public void Dispose()
    {
        _ = Spawn.DestroyActions(_block);
        NativeMemory.Free(_block);
    }

    private static void Check(int error)
    {
        if (error is not 0)
            throw new SpawnException(error);
    }
}
