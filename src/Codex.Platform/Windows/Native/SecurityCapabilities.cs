using System.Runtime.InteropServices;

namespace Codex.Platform.Windows.Native;

/// <summary><c>SECURITY_CAPABILITIES</c>: the container that a process starts in.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SecurityCapabilities
{
    internal nint Container;
    internal IdentityEntry* Capabilities;
    internal uint Count;
    private uint _reserved;
}
