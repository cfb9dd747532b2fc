using System.Runtime.InteropServices;

namespace Codex.Platform.Posix;

/// <summary>What happens on a signal before the runtime takes it over.</summary>
public static partial class SignalDisposition
{
    private const int Interrupt = 2;

    /// <summary>
    /// Undoes an inherited "ignore" for SIGINT. Shells start background jobs that way, and the runtime then leaves the signal
    /// ignored even when a handler is registered; the original answers it all the same.
    /// </summary>
    public static void AcceptInterrupts()
    {
        if (!OperatingSystem.IsWindows())
            Signal(Interrupt, 0);
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int signal, nint handler);
}
