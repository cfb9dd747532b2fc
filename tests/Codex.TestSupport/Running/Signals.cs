using System.Runtime.InteropServices;

namespace Codex.TestSupport.Running;

/// <summary>Signals to processes that a test started.</summary>
public static partial class Signals
{
    /// <summary>Ctrl-C.</summary>
    public const int Interrupt = 2;

    /// <summary>The polite end.</summary>
    public const int Terminate = 15;

    /// <summary>The end that cannot be handled.</summary>
    public const int Kill = 9;

    /// <summary>Sends the signal; a process that is already gone is not an error.</summary>
    public static void Send(int processId, int signal) => _ = SendSignal(processId, signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int processId, int signal);
}
