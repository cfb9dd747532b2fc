using System.Runtime.InteropServices;

namespace Codex.Platform.Posix.Native;

/// <summary><c>poll.h</c>.</summary>
internal static unsafe partial class Poll
{
    internal const short Readable = 1;
    internal const short Writable = 4;

    /// <summary>Waits until one of the descriptors is ready. <paramref name="timeout"/> in milliseconds, -1 for ever.</summary>
    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    internal static partial int Wait(PollDescriptor* descriptors, nuint count, int timeout);
}
