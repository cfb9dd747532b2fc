using System.Runtime.InteropServices;

namespace Codex.Platform.Windows.Native;

/// <summary><c>TOKEN_PRIVILEGES</c> with one privilege.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct PrivilegeEntry
{
    internal const uint Enabled = 2;

    internal uint Count;
    internal long Privilege;
    internal uint Attributes;
}
