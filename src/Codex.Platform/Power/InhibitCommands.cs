using System.Globalization;
using Codex.Platform.Environment;

namespace Codex.Platform.Power;

/// <summary>The programs that keep a machine awake as long as they run (<c>utils/sleep-inhibitor</c>).</summary>
internal static class InhibitCommands
{
    private const string Reason = "Codex is running an active turn";

    // The longest that every sleep understands.
    private static readonly string s_forever = int.MaxValue.ToString(CultureInfo.InvariantCulture);

    /// <summary>Those of this system, the likeliest first.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Of(HostEnvironment host)
    {
        if (host.GetVariable("PATH") is null)
            return [];
        if (OperatingSystem.IsMacOS())
            return MacOS;
        return OperatingSystem.IsLinux() ? Linux : [];
    }

    internal static IReadOnlyList<IReadOnlyList<string>> Linux =>
    [
        ["systemd-inhibit", "--what=idle", "--mode=block", "--who", "codex", "--why", Reason, "--", "sleep", s_forever],
        ["gnome-session-inhibit", "--inhibit", "idle", "--reason", Reason, "sleep", s_forever],
    ];

    internal static IReadOnlyList<IReadOnlyList<string>> MacOS => [["caffeinate", "-i"]];
}
