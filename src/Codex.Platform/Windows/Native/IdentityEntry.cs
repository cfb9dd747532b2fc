using System.Runtime.InteropServices;

namespace Codex.Platform.Windows.Native;

/// <summary><c>SID_AND_ATTRIBUTES</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct IdentityEntry
{
    /// <summary><c>SE_GROUP_ENABLED</c>.</summary>
    internal const uint Enabled = 4;

    internal nint Identity;
    internal uint Attributes;
}
