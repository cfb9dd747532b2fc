namespace Codex.Platform.Files;

/// <summary>
/// A lock that one holder at a time has, across threads and processes. It is a file that stays where it is, held open; the operating system
/// gives the lock back when its holder ends, however that happens.
/// </summary>
public sealed class FileLock : IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock, waiting for other holders.</summary>
    /// <param name="path">The lock's own file; made when it is not there, in a directory that is.</param>
    /// <param name="patience">How long other holders are waited for.</param>
    /// <returns>The lock, or null when others held it all the time.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be made.</exception>
    public static FileLock? Acquire(string path, TimeSpan patience)
    {
        for (var rest = patience; ; rest -= s_pause)
        {
            if (TryAcquire(path) is { } taken)
                return taken;
            if (rest <= TimeSpan.Zero)
                return null;
            Thread.Sleep(s_pause);
        }
    }

    /// <summary>Takes the lock if nobody has it; null when somebody does.</summary>
    /// <inheritdoc cref="Acquire"/>
    public static FileLock? TryAcquire(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, Options()));
        }
        catch (IOException exception) when (Errno.IsLocked(exception))
        {
            return null;
        }
    }

    /// <summary>Gives the lock back.</summary>
    public void Dispose() => _file.Dispose();

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
