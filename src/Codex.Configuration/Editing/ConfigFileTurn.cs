using Codex.Platform.Files;

namespace Codex.Configuration.Editing;

/// <summary>A writer's turn at a configuration file.</summary>
internal static class ConfigFileTurn
{
    private const int ReadOnlyFileSystem = 30;

    /// <summary>
    /// Waits for the turn. Null where the directory takes no new file, hence no lock: there the file is written in place, as it can only be.
    /// </summary>
    /// <exception cref="ConfigException">Others were changing the file all the time.</exception>
    public static FileLock? Take(string file, TimeSpan patience)
    {
        try
        {
            return FileLock.Acquire(LockOf(file), patience)
                ?? throw new ConfigException(ConfigStage.Load, $"{file} is being changed by another process; try again");
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException || exception is IOException && exception.HResult == ReadOnlyFileSystem)
        {
            return null;
        }
    }

    private static string LockOf(string file) => Path.Join(Path.GetDirectoryName(file), $".{Path.GetFileName(file)}.lock");
}
