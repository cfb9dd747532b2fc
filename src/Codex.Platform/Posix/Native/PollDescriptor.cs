using System.Runtime.InteropServices;

namespace Codex.Platform.Posix.Native;

/// <summary><c>struct pollfd</c>; a negative descriptor is skipped.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollDescriptor
{
    internal int Descriptor;
    internal short Events;
    internal short Ready;
}
