using System.Runtime.Versioning;
using Codex.Platform.Linux;

namespace Codex.Execution.Sandbox;

/// <summary>
/// A socket of the host that bubblewrap covered. If it was gone before the cover was in place, bubblewrap made an empty file to
/// put the cover on; that one is removed afterwards. Anything else of that name, the socket above all, stays.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed class VanishedSocket(string path) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (FileKind.IsEmptyRegularFile(path))
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
