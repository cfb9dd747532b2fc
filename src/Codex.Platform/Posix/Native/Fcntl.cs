using System.Runtime.InteropServices;

namespace Codex.Platform.Posix.Native;

/// <summary>
/// <c>fcntl.h</c>. Apple's arm64 convention passes variadic arguments on the stack: six unused register arguments before
/// the variadic one put it there.
/// </summary>
internal static partial class Fcntl
{
    internal const int ReadOnly = 0;
    internal const int ReadWrite = 2;

    private const int ReadDescriptorFlags = 1;
    private const int SetDescriptorFlags = 2;
    private const int GetStatusFlags = 3;
    private const int SetStatusFlags = 4;
    private const int CloseOnExecFlag = 1;
    private const int SetOwnerOnLinux = 8;
    private const int SetSignalOnLinux = 10;
    private const int AsynchronousOnLinux = 0x2000;

    internal static int NoControllingTerminal => OperatingSystem.IsMacOS() ? 0x20000 : 0x100;

    internal static int Create => OperatingSystem.IsMacOS() ? 0x200 : 0x40;

    internal static int CloseOnExec => OperatingSystem.IsMacOS() ? 0x1000000 : 0x80000;

    private static int NonBlocking => OperatingSystem.IsMacOS() ? 0x4 : 0x800;

    private static int DuplicateCloseOnExec => OperatingSystem.IsMacOS() ? 67 : 1030;

    private static bool UsesStackForVariadics => OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    /// <summary>Negative when there is no such descriptor.</summary>
    internal static int GetDescriptorFlags(int descriptor) => Control(descriptor, ReadDescriptorFlags, 0);

    internal static int SetCloseOnExec(int descriptor) => Control(descriptor, SetDescriptorFlags, CloseOnExecFlag);

    internal static int SetNonBlocking(int descriptor) =>
        Control(descriptor, SetStatusFlags, Control(descriptor, GetStatusFlags, 0) | NonBlocking);

    /// <summary>Linux: whoever is set as the owner gets a signal whenever something can be read, or the writers have gone.</summary>
    internal static int SignalWhenReady(int descriptor, int signal) => Control(descriptor, SetSignalOnLinux, signal) < 0
        ? -1
        : Control(descriptor, SetStatusFlags, Control(descriptor, GetStatusFlags, 0) | AsynchronousOnLinux);

    /// <summary>Linux: makes a process group the owner.</summary>
    internal static int SetSignalledGroup(int descriptor, int group) => Control(descriptor, SetOwnerOnLinux, -group);

    /// <summary>A close-on-exec duplicate that is not lower than <paramref name="lowest"/>; negative on failure.</summary>
    internal static int Duplicate(int descriptor, int lowest) => Control(descriptor, DuplicateCloseOnExec, lowest);

    internal static int Open(string path, int flags, uint mode) => UsesStackForVariadics
        ? OpenOnStack(path, flags, 0, 0, 0, 0, 0, 0, mode)
        : OpenPlain(path, flags, mode);

    private static int Control(int descriptor, int command, int argument) => UsesStackForVariadics
        ? ControlOnStack(descriptor, command, 0, 0, 0, 0, 0, 0, argument)
        : ControlPlain(descriptor, command, argument);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenPlain(string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenOnStack(string path, int flags, nint a, nint b, nint c, nint d, nint e, nint f, uint mode);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int ControlPlain(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int ControlOnStack(int descriptor, int command, nint a, nint b, nint c, nint d, nint e, nint f, int argument);
}
