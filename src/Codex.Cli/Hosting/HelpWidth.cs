using System.Globalization;
using Codex.Platform.Environment;

namespace Codex.Cli.Hosting;

/// <summary>How many columns help may fill.</summary>
internal static class HelpWidth
{
    private const int Usual = 100;

    /// <summary>What the variable <c>COLUMNS</c> says, or 100.</summary>
    public static int Of(HostEnvironment host) =>
        int.TryParse(host.GetVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0
            ? columns
            : Usual;
}
