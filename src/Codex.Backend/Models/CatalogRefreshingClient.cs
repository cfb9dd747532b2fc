using System.Runtime.CompilerServices;
using Codex.Backend.Responses;

namespace Codex.Backend.Models;

/// <summary>Passes requests on, and lets the catalog know when a server answers with another version of its models.</summary>
/// <param name="inner">Where requests go.</param>
/// <param name="catalog">The catalog; it is refreshed while the answer is read, and the answer ends after that.</param>
public sealed class CatalogRefreshingClient(IModelClient inner, LiveModelCatalog catalog) : IModelClient, IDisposable
{
    /// <inheritdoc/>
    public IThreadConnections? Connections => inner.Connections;

    /// <inheritdoc/>
    public IConversationCompactor? Compactor => inner.Compactor;

    /// <inheritdoc/>
    public async IAsyncEnumerable<ModelEvent> StreamAsync(
        ModelRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var refresh = Task.CompletedTask;
        try
        {
            await foreach (var modelEvent in inner.StreamAsync(request, cancellationToken).ConfigureAwait(false))
            {
                if (modelEvent is ModelEvent.ModelsEtag { Etag: var etag } && refresh.IsCompleted)
                    refresh = catalog.TakeEtagAsync(etag, cancellationToken);
                yield return modelEvent;
            }
        }
        finally
        {
            await refresh.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => (inner as IDisposable)?.Dispose();
}
