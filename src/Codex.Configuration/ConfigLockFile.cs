using Codex.Configuration.Sections;
using Codex.Platform;

namespace Codex.Configuration;

/// <summary>
/// <c>[debug.config_lockfile]</c> writes the configuration of a session to a file and replays it. This program does neither, and says so instead of
/// running with another configuration than the one that was asked for.
/// </summary>
internal static class ConfigLockFile
{
    /// <exception cref="ConfigException">A configuration is to be replayed.</exception>
    public static void Check(ConfigLockfileSection? section, List<ConfigWarning> warnings)
    {
        if (section?.LoadPath is { } path)
            throw new ConfigException(ConfigStage.Build, Fault(path));
        if (section?.ExportDir is not null)
            warnings.Add(new ConfigWarning("`debug.config_lockfile.export_dir` has no effect: this program does not write config lock files."));
    }

    private static string Fault(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            return "`debug.config_lockfile.load_path` cannot be used: this program does not replay config lock files";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"failed to read config lock file {path}: {(Directory.Exists(path) ? Errno.Describe(21) : Errno.Describe(exception))}";
        }
    }
}
