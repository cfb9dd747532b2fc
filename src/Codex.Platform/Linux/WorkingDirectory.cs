using System.Runtime.InteropServices;
using Codex.Platform.Linux.Native;

namespace Codex.Platform.Linux;

/// <summary>The directory of this process; only for a helper that is about to become another program.</summary>
public static class WorkingDirectory
{
    /// <summary>Enters a directory by its path as it resolves now.</summary>
    /// <exception cref="IOException">It cannot be entered.</exception>
    public static void Enter(string path)
    {
        if (LinuxFiles.ChangeDirectory(path) != 0)
        {
            throw new IOException($"chdir {path}: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }
}
