using Codex.Platform.Environment;

namespace Codex.Cli.Hosting;

/// <summary>Whether help and errors are printed with styles (rules of the <c>anstream</c> crate, which differ from those of <see cref="ColorSupport"/>).</summary>
internal static class StyleSupport
{
    /// <summary>Decides for a stream.</summary>
    /// <param name="host">The surroundings.</param>
    /// <param name="isTerminal">Whether the stream is a terminal.</param>
    public static bool IsWanted(HostEnvironment host, bool isTerminal)
    {
        if (host.GetNonEmptyVariable("NO_COLOR") is not null)
            return false;
        if (host.GetNonEmptyVariable("CLICOLOR_FORCE") is not null)
            return true;
        return host.GetVariable("CLICOLOR") switch
        {
            "0" => false,
            not null => isTerminal,
            null => isTerminal && (host.GetVariable("TERM") is not (null or "dumb") || host.GetVariable("CI") is not null),
        };
    }
}
