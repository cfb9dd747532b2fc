using System.Runtime.InteropServices;

namespace Codex.Platform.Linux.Native;

/// <summary>glibc's additions to <c>spawn.h</c>.</summary>
internal static unsafe partial class SpawnExtensions
{
    /// <summary>Since glibc 2.34; absent in musl.</summary>
    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addclosefrom_np")]
    internal static partial int AddCloseFrom(byte* actions, int firstDescriptor);
}
