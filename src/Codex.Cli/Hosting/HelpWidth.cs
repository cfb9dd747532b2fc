using System.Globalization;
using Codex.Platform.Environment;
using Codex.Platform.Processes;

namespace Codex.Cli.Hosting;

/// <summary>How many columns help may fill.</summary>
internal static class HelpWidth
{
    private const int Usual = 100;

    /// <summary>The width of the terminal, where there is one, or what the variable <c>COLUMNS</c> says, or 100.</summary>
    public static int Of(HostEnvironment host)
    {
        if (host is { StandardInputIsTerminal: false, StandardOutputIsTerminal: false, StandardErrorIsTerminal: false })
            return OfVariable(host);
        return TerminalWindow.ReadSize()?.Columns ?? OfVariable(host);
    }

    private static int OfVariable(HostEnvironment host) =>
        int.TryParse(host.GetVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0
            ? columns
            : Usual;
}
