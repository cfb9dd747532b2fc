using Codex.Platform;

namespace Codex.Configuration;

/// <summary>Reads texts that a configuration names.</summary>
internal static class InstructionFile
{
    /// <summary>The trimmed text, or null when no file is named.</summary>
    /// <param name="path">The file, or null.</param>
    /// <param name="what">What an error calls it.</param>
    /// <exception cref="ConfigException">The file cannot be read or has no text.</exception>
    public static string? Read(string? path, string what)
    {
        if (path is null)
            return null;
        string text;
        try
        {
            text = File.ReadAllText(path).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = Directory.Exists(path) ? Errno.Describe(21) : Errno.Describe(exception);
            throw new ConfigException(ConfigStage.Build, $"failed to read {what} {path}: {reason}");
        }

        return text.Length > 0 ? text : throw new ConfigException(ConfigStage.Build, $"{what} is empty: {path}");
    }
}
