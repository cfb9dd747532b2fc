using Codex.Cli.Hosting;
using Codex.Configuration;
using Codex.Platform;

namespace Codex.Cli.Sessions;

/// <summary>A working directory that is missing: it is reported after wrong options and before everything that files say.</summary>
internal static class SessionDirectory
{
    /// <summary>Reads settings, if the directory is there.</summary>
    /// <param name="request">What the command line says.</param>
    /// <param name="read">Reads the settings.</param>
    /// <exception cref="ConfigException">The settings cannot be used.</exception>
    /// <exception cref="CommandFailure">There is no such directory.</exception>
    public static T Checked<T>(SessionRequest request, Func<T> read) => Checked(request, read, static reason => $"Error: {reason}");

    /// <summary>Reads settings, if the directory is there.</summary>
    /// <param name="request">What the command line says.</param>
    /// <param name="read">Reads the settings.</param>
    /// <param name="describe">Makes a message of the reason.</param>
    /// <exception cref="ConfigException">The settings cannot be used.</exception>
    /// <exception cref="CommandFailure">There is no such directory.</exception>
    public static T Checked<T>(SessionRequest request, Func<T> read, Func<string, string> describe)
    {
        var exists = Path.Exists(request.WorkingDirectory);
        try
        {
            var settings = read();
            return exists ? settings : throw Missing(describe);
        }
        catch (ConfigException exception) when (!exists && exception.Stage > ConfigStage.Overrides)
        {
            throw Missing(describe);
        }
    }

    private static CommandFailure Missing(Func<string, string> describe) => new(describe(Errno.Describe(Errno.NoEntry)));
}
