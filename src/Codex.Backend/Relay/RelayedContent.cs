using System.Net;

namespace Codex.Backend.Relay;

/// <summary>A caller's body on its way up: each piece as soon as it is there.</summary>
/// <param name="body">The body.</param>
/// <param name="length">Its size in bytes; null when nobody knows it yet.</param>
internal sealed class RelayedContent(Stream body, long? length) : HttpContent
{
    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await stream.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long known)
    {
        known = length ?? 0;
        return length is not null;
    }
}
