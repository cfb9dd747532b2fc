using Microsoft.Win32.SafeHandles;

namespace Codex.Platform.Linux;

/// <summary>What one call received.</summary>
/// <param name="Count">Bytes; 0 when the other end has closed.</param>
/// <param name="Descriptors">Open descriptors that came along; the receiver's from now on.</param>
public sealed record ReceivedMessage(int Count, IReadOnlyList<SafeFileHandle> Descriptors) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var descriptor in Descriptors)
            descriptor.Dispose();
    }
}
