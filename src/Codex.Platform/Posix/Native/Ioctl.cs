using System.Runtime.InteropServices;

namespace Codex.Platform.Posix.Native;

/// <summary><c>sys/ioctl.h</c>. See <see cref="Fcntl"/> for the padded form.</summary>
internal static unsafe partial class Ioctl
{
    private static nuint SetWindowSizeRequest => OperatingSystem.IsMacOS() ? 0x80087467u : 0x5414u;

    private static nuint GetWindowSizeRequest => OperatingSystem.IsMacOS() ? 0x40087468u : 0x5413u;

    internal static int GetWindowSize(int descriptor, out WindowSize size)
    {
        WindowSize read = default;
        var result = OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64
            ? ControlOnStack(descriptor, GetWindowSizeRequest, 0, 0, 0, 0, 0, 0, &read)
            : ControlPlain(descriptor, GetWindowSizeRequest, &read);
        size = read;
        return result;
    }

    internal static int SetWindowSize(int descriptor, WindowSize size) =>
        OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64
            ? ControlOnStack(descriptor, SetWindowSizeRequest, 0, 0, 0, 0, 0, 0, &size)
            : ControlPlain(descriptor, SetWindowSizeRequest, &size);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int ControlPlain(int descriptor, nuint request, WindowSize* size);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    private static partial int ControlOnStack(int descriptor, nuint request, nint a, nint b, nint c, nint d, nint e, nint f, WindowSize* size);
}
