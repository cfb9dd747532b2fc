using System.Runtime.InteropServices;
using System.Text;
using Codex.Platform.Posix.Native;

namespace Codex.Platform.Users;

/// <summary>The account we run under.</summary>
public static class UserAccount
{
    private const int BufferSize = 16 * 1024;

    /// <summary>The login shell in the user database; null when there is none, or on Windows.</summary>
    public static unsafe string? LoginShell()
    {
        if (OperatingSystem.IsWindows())
            return null;
        var entry = stackalloc byte[Passwd.EntrySize];
        var buffer = new byte[BufferSize];
        fixed (byte* text = buffer)
        {
            if (Passwd.ByUser(Unistd.GetUserId(), entry, text, BufferSize, out var found) is not 0 || found == 0)
                return null;
            var shell = *(byte**)(entry + Passwd.ShellOffset);
            return shell is null ? null : Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(shell));
        }
    }
}
