using Codex.Platform;

namespace Codex.Cli.Commands.Doctor;

/// <summary>Whether a file can be run.</summary>
internal static class ExecutableFile
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Why a path is no program; null when it is one.</summary>
    public static string? WhyNot(string path)
    {
        if (Directory.Exists(path))
            return "path is not a file";
        if (!File.Exists(path))
            return Errno.Describe(Errno.NoEntry);
        return OperatingSystem.IsWindows() || (new FileInfo(path).UnixFileMode & AnyExecute) != 0 ? null : $"{path} is not executable";
    }
}
