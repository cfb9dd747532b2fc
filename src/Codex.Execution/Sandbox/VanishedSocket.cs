namespace Codex.Execution.Sandbox;

/// <summary>
/// A socket of the host that was covered. If it was gone before the cover was in place, bubblewrap made an empty file to put
/// the cover on; that one is removed afterwards.
/// </summary>
internal sealed class VanishedSocket(string path) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: 0, UnixFileMode: var mode } && File.GetAttributes(path) is FileAttributes.Normal or FileAttributes.ReadOnly
                && (mode & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) == 0)
            {
                File.Delete(path);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Somebody else's by now.
        }
    }
}
