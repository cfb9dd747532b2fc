using Codex.Platform.Posix.Native;

namespace Codex.Platform.Processes;

/// <summary>The terminal that this process is connected to.</summary>
public static class TerminalWindow
{
    private const int StandardStreams = 3;

    /// <summary>Its size; null when no standard stream is a terminal or it does not tell.</summary>
    public static TerminalSize? ReadSize()
    {
        if (OperatingSystem.IsWindows())
            return null;
        for (var descriptor = 0; descriptor < StandardStreams; descriptor++)
        {
            if (Ioctl.GetWindowSize(descriptor, out var size) == 0 && size is { Columns: > 0, Rows: > 0 })
                return new TerminalSize(size.Columns, size.Rows);
        }

        return null;
    }
}
