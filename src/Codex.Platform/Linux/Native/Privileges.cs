using System.Runtime.InteropServices;

namespace Codex.Platform.Linux.Native;

/// <summary><c>sys/prctl.h</c>, <c>sys/capability.h</c>, <c>signal.h</c>, <c>unistd.h</c>: what a thread gives up before it becomes another program.</summary>
internal static unsafe partial class Privileges
{
    internal const int ParentDeathSignal = 1;
    internal const int SetFilter = 22;
    internal const int DropFromBoundingSet = 24;
    internal const int NoNewPrivileges = 38;
    internal const int Ambient = 47;
    internal const nuint ClearAmbient = 4;
    internal const nuint FilterMode = 2;
    internal const int BrokenPipe = 13;

    /// <summary>The number of <c>capset</c>.</summary>
    internal static nint NumberOfSetCapabilities => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 91 : 126;

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    internal static partial int Control(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    internal static partial nint SetCapabilities(nint number, uint* header, uint* data);

    [LibraryImport("libc", EntryPoint = "signal")]
    internal static partial nint SetHandler(int signal, nint handler);

    [LibraryImport("libc", EntryPoint = "execv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Execute(string path, byte** arguments);

    [LibraryImport("libc", EntryPoint = "execv", SetLastError = true)]
    internal static partial int ExecuteBytes(byte* path, byte** arguments);
}
