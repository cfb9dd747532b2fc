using Codex.Platform;

namespace Codex.Backend.Auth.Tokens;

/// <summary>
/// Keeps processes of the same home from spending one refresh token twice. The lock is the operating system's, on a file
/// that stays: it ends with the process that holds it, however that ends.
/// </summary>
internal sealed class RefreshLock : IDisposable
{
    private const string FileName = "auth.lock";
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);
    private readonly FileStream? file;

    private RefreshLock(FileStream? file) => this.file = file;

    /// <summary>Waits for the lock. A home that cannot be written, where nobody can keep new tokens, is not locked.</summary>
    public static async Task<RefreshLock> AcquireAsync(string codexHome, TimeProvider time, CancellationToken cancellationToken)
    {
        var path = Path.Combine(codexHome, FileName);
        while (true)
        {
            try
            {
                return new RefreshLock(Open(path));
            }
            catch (IOException exception) when (Errno.IsLocked(exception))
            {
                await Task.Delay(s_pause, time, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return new RefreshLock(file: null);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
