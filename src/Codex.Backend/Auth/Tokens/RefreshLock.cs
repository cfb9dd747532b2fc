using Codex.Platform.Files;

namespace Codex.Backend.Auth.Tokens;

/// <summary>
/// Keeps processes of the same home from spending one refresh token twice. The lock is the operating system's, on a file
/// that stays: it ends with the process that holds it, however that ends.
/// </summary>
internal static class RefreshLock
{
    private const string FileName = "auth.lock";
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the lock. Null in a home that cannot be written: there nobody can keep new tokens anyway.</summary>
    public static async Task<FileLock?> AcquireAsync(string codexHome, TimeProvider time, CancellationToken cancellationToken)
    {
        var path = Path.Combine(codexHome, FileName);
        try
        {
            FileLock? taken;
            while ((taken = FileLock.TryAcquire(path)) is null)
                await Task.Delay(s_pause, time, cancellationToken).ConfigureAwait(false);
            return taken;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
