using System.Globalization;
using System.Text;
using Codex.Cli.Hosting;
using Codex.Platform;

namespace Codex.Cli.Accounts;

/// <summary><c>codex-login.log</c>: what logins did, without secrets. A log that cannot be written is a warning.</summary>
internal sealed class LoginLog(string directory, TimeProvider clock)
{
    private const string FileName = "codex-login.log";

    /// <summary>Appends a line.</summary>
    public void Write(string message)
    {
        var time = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        try
        {
            Directory.CreateDirectory(directory);
            using var file = new FileStream(Path.Combine(directory, FileName), Options());
            file.Write(Encoding.UTF8.GetBytes($"{time}  INFO codex_cli::login: {message}\n"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            StandardError.Write($"Warning: failed to open login log file {Path.Combine(directory, FileName)}: {Errno.Describe(exception)}\n");
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
