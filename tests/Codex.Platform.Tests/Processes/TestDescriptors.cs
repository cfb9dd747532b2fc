using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Tests.Processes;

/// <summary>Makes descriptors leak on purpose.</summary>
internal static partial class TestDescriptors
{
    internal static int ClearCloseOnExec(SafeFileHandle handle) => Control((int)handle.DangerousGetHandle(), 2, 0);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command, int argument);
}
