using Codex.Platform.Environment;

namespace Codex.Cli.Commands.Doctor;

/// <summary>Whether the report is coloured.</summary>
internal static class DoctorColor
{
    /// <summary>Why it is not; null when it is.</summary>
    public static string? WhyNot(HostEnvironment host, bool isRefused)
    {
        if (isRefused)
            return "--no-color";
        if (host.GetVariable("NO_COLOR") is not null)
            return "NO_COLOR";
        if (host.GetVariable("TERM") == "dumb")
            return "TERM=dumb";
        if (!host.StandardOutputIsTerminal)
            return "stdout is not a terminal";
        return host.GetVariable("TERM") is null && host.GetVariable("COLORTERM") is null ? "terminal color support not detected" : null;
    }
}
