using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Windows.Native;

/// <summary><c>handleapi.h</c> and <c>namedpipeapi.h</c>.</summary>
internal static partial class Handles
{
    internal const uint Inheritable = 1;
    internal const int StandardInput = -10;
    internal const int StandardOutput = -11;
    internal const int StandardError = -12;

    [LibraryImport("kernel32", EntryPoint = "GetStdHandle")]
    internal static partial nint OfStandard(int number);

    [LibraryImport("kernel32", EntryPoint = "CloseHandle", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Close(nint handle);

    [LibraryImport("kernel32", EntryPoint = "SetHandleInformation", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool SetFlags(SafeHandle handle, uint mask, uint flags);

    /// <summary>Neither end is inheritable.</summary>
    [LibraryImport("kernel32", EntryPoint = "CreatePipe", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool CreatePipe(out SafeFileHandle read, out SafeFileHandle write, nint attributes, uint size);
}
