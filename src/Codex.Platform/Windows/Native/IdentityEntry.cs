using System.Runtime.InteropServices;

namespace Codex.Platform.Windows.Native;

/// <summary><c>SID_AND_ATTRIBUTES</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct IdentityEntry
{
    internal nint Identity;
    internal uint Attributes;
}
