using System.Runtime.InteropServices;

namespace Codex.Platform.Posix.Native;

/// <summary><c>signal.h</c>.</summary>
internal static unsafe partial class Signals
{
    /// <summary>Room for <c>sigset_t</c> on every system.</summary>
    internal const int SetSize = 128;

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    internal static partial int Send(int processId, int signal);

    [LibraryImport("libc", EntryPoint = "sigemptyset")]
    internal static partial int Clear(byte* set);

    [LibraryImport("libc", EntryPoint = "sigfillset")]
    internal static partial int Fill(byte* set);

    /// <summary>Installs a plain handler; 0 is the default action.</summary>
    [LibraryImport("libc", EntryPoint = "signal", SetLastError = true)]
    internal static partial nint SetHandler(int signal, nint handler);
}
