using System.Runtime.InteropServices;

namespace Codex.Platform.Windows.Native;

/// <summary><c>EXPLICIT_ACCESS_W</c> with a trustee that is given by its identity.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct AccessEntry
{
    internal const int Grant = 1;
    internal const int Deny = 3;

    /// <summary>Directories and files below take it over (<c>SUB_CONTAINERS_AND_OBJECTS_INHERIT</c>).</summary>
    internal const uint Inherited = 3;

    internal uint Permissions;
    internal int Mode;
    internal uint Inheritance;
    private nint _multipleTrustee;
    private int _multipleTrusteeOperation;
    private int _trusteeForm;
    private int _trusteeType;
    internal nint Identity;
}
