using Codex.Backend.Responses;

namespace Codex.Engine;

/// <summary>The model of a thread that is only looked at: no request ever reaches it.</summary>
internal sealed class PreviewModelClient : IModelClient
{
    /// <inheritdoc/>
    public IAsyncEnumerable<ModelEvent> StreamAsync(ModelRequest request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("a preview makes no request");
}
