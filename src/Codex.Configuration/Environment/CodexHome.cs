using Codex.Platform.Environment;

namespace Codex.Configuration.Environment;

/// <summary>Finds the directory of Codex (<c>utils/home-dir</c>).</summary>
public static class CodexHome
{
    /// <summary>The variable that names it.</summary>
    public const string Variable = "CODEX_HOME";

    /// <summary>The directory: the variable's, which has to exist and is returned without links, else <c>.codex</c> in the home directory.</summary>
    /// <exception cref="ConfigException">The variable names no directory, or there is no home directory.</exception>
    public static string Find(HostEnvironment host)
    {
        if (host.GetNonEmptyVariable(Variable) is { } named)
        {
            var path = Path.GetFullPath(named, host.CurrentDirectory);
            if (Directory.Exists(path))
                return CanonicalPath.Resolve(path);
            var fault = File.Exists(path) ? "is not a directory" : "does not exist";
            throw new ConfigException(ConfigStage.Home, $"CODEX_HOME points to \"{named}\", but that path {fault}");
        }

        return host.HomeDirectory is { Length: > 0 } home
            ? Path.Join(home, ".codex")
            : throw new ConfigException(ConfigStage.Home, "Could not find home directory");
    }
}
