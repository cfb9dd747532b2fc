using Codex.Platform.Environment;

namespace Codex.Cli.Hosting;

/// <summary>Whether a stream is coloured when the user leaves the choice to us (rules of the <c>supports-color</c> crate).</summary>
internal static class ColorSupport
{
    /// <summary>Decides for standard error.</summary>
    public static bool ForStandardError(HostEnvironment host)
    {
        if (IsForced(host))
            return true;
        if (host.GetVariable("NO_COLOR") is { } refused && refused != "0")
            return false;
        if (!host.StandardErrorIsTerminal)
            return false;
        var term = host.GetVariable("TERM");
        return term != "dumb" && (term is not null || host.GetVariable("COLORTERM") is not null || host.GetVariable("CI") is not null);
    }

    private static bool IsForced(HostEnvironment host) =>
        host.GetVariable("FORCE_COLOR") is { } force ? force is not ("0" or "false") : host.GetVariable("CLICOLOR_FORCE") is { } cli && cli != "0";
}
