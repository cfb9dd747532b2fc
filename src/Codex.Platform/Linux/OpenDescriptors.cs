using Codex.Platform.Posix.Native;

namespace Codex.Platform.Linux;

/// <summary>What this process was given.</summary>
public static class OpenDescriptors
{
    /// <summary>Whether a number stands for something open.</summary>
    public static bool IsOpen(int descriptor) => Fcntl.GetDescriptorFlags(descriptor) >= 0;
}
