using System.Runtime.InteropServices;
using System.Text;
using Codex.Platform.Posix.Native;

namespace Codex.Platform.Processes.Posix;

/// <summary>Opens pseudo-terminals.</summary>
internal static unsafe class PosixTerminal
{
    /// <summary>The master, and the path at which the program opens the other side.</summary>
    internal static (int Master, string SlavePath) Open(TerminalSize size)
    {
        var master = Descriptors.Check(PseudoTerminal.Open(Fcntl.ReadWrite | Fcntl.NoControllingTerminal | (OperatingSystem.IsLinux() ? Fcntl.CloseOnExec : 0)));
        try
        {
            _ = Fcntl.SetCloseOnExec(master);
            Descriptors.Check(PseudoTerminal.Grant(master));
            Descriptors.Check(PseudoTerminal.Unlock(master));
            Resize(master, size);
            return (master, SlavePath(master));
        }
        catch
        {
            Descriptors.Close(master);
            throw;
        }
    }

    internal static void Resize(int master, TerminalSize size) =>
        _ = Ioctl.SetWindowSize(master, new WindowSize { Columns = (ushort)size.Columns, Rows = (ushort)size.Rows });

    private static string SlavePath(int master)
    {
        var name = stackalloc byte[PseudoTerminal.NameSize];
        var error = PseudoTerminal.GetName(master, name, PseudoTerminal.NameSize);
        if (error is not 0)
            throw new SpawnException(error > 0 ? error : Marshal.GetLastPInvokeError());
        return Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
    }
}
