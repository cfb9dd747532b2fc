using Codex.Platform.Environment;

namespace Codex.Cli.Hosting;

/// <summary>Finds the directory with the user's configuration and sessions (<c>codex-rs/utils/home-dir</c>).</summary>
internal static class CodexHome
{
    /// <summary>The directory; it need not exist when <c>CODEX_HOME</c> is not set.</summary>
    /// <exception cref="CommandFailure">The variable names something that is no directory.</exception>
    public static string Find(HostEnvironment host)
    {
        if (host.GetNonEmptyVariable("CODEX_HOME") is not { } configured)
            return Path.Combine(host.HomeDirectory ?? throw new CommandFailure("Could not find home directory"), ".codex");
        if (!Path.Exists(configured))
            throw new CommandFailure($"CODEX_HOME points to \"{configured}\", but that path does not exist");
        if (!Directory.Exists(configured))
            throw new CommandFailure($"CODEX_HOME points to \"{configured}\", but that path is not a directory");
        return CanonicalPath.Of(Path.GetFullPath(configured, host.CurrentDirectory));
    }
}
