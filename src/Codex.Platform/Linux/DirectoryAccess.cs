using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Codex.Platform.Linux.Native;
using Codex.Platform.Posix.Native;

namespace Codex.Platform.Linux;

/// <summary>What the user of this process can do with a directory.</summary>
[SupportedOSPlatform("linux")]
public static class DirectoryAccess
{
    /// <summary>
    /// Whether entries could be made in it, now or once its owner, the user, has changed its mode. False also for what is no directory;
    /// true where it cannot be told.
    /// </summary>
    public static bool MayGainEntries(string directory)
    {
        // The slash at the end makes the system refuse everything else.
        if (Unistd.Access($"{directory}/", Unistd.MayWrite) == 0)
            return true;
        return Marshal.GetLastPInvokeError() switch
        {
            Errno.NotADirectory => false,
            Errno.AccessDenied => IsOwn(directory),
            _ => true,
        };
    }

    private static bool IsOwn(string directory) =>
        FileFactsNative.ReadFacts(FileFactsNative.CurrentDirectory, directory, 0, FileFactsNative.BasicFacts, out var facts) != 0
        || facts.UserId == FileFactsNative.EffectiveUserId();
}
