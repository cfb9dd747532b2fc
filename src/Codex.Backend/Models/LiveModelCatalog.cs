using Codex.Backend.Responses;

namespace Codex.Backend.Models;

/// <summary>
/// The catalog of a provider as it is known now: bundled, from the cache, or from the server
/// (<c>codex-rs/models-manager/src/manager.rs</c>). A refresh that fails leaves everything as it was. Safe for concurrent use.
/// </summary>
public sealed class LiveModelCatalog : IDisposable
{
    private readonly LiveModelCatalogOptions? _options;
    private readonly ModelCacheFile? _cache;
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private volatile ModelCatalog _current;
    private string? _etag;

    private LiveModelCatalog(ModelCatalog initial, LiveModelCatalogOptions? options)
    {
        _current = initial;
        _options = options;
        _cache = options?.CodexHome is { } home ? new ModelCacheFile(home) : null;
    }

    /// <summary>The models.</summary>
    public ModelCatalog Current => _current;

    /// <summary>A catalog that never changes: one that was configured, or that of a provider without a list.</summary>
    public static LiveModelCatalog Fixed(ModelCatalog models) => new(models, null);

    /// <summary>A catalog that begins with the bundled models.</summary>
    public static LiveModelCatalog Create(LiveModelCatalogOptions options) => new(ModelCatalog.Bundled(), options);

    /// <summary>Brings the catalog up to date; failures are logged and nothing else.</summary>
    public async Task RefreshAsync(CatalogRefresh when, CancellationToken cancellationToken)
    {
        if (_options is null)
            return;
        await _refreshing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await RefreshAsync(_options, when, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is ModelException or IOException or UnauthorizedAccessException)
        {
            _options.Log($"failed to refresh available models: {exception.Message}");
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <summary>Takes the version that a server named with an answer: another one than ours fetches the models anew.</summary>
    public Task TakeEtagAsync(string named, CancellationToken cancellationToken)
    {
        if (named != Volatile.Read(ref _etag))
            return RefreshAsync(CatalogRefresh.Online, cancellationToken);
        RenewCache();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _refreshing.Dispose();
        _options?.Client.Dispose();
    }

    private async Task RefreshAsync(LiveModelCatalogOptions source, CatalogRefresh when, CancellationToken cancellationToken)
    {
        var usesChatGpt = await source.UsesChatGpt(cancellationToken).ConfigureAwait(false);
        if (when != CatalogRefresh.Online && TryUseCache(source, usesChatGpt))
            return;
        if (when == CatalogRefresh.Offline || !(usesChatGpt || source.HasCommandAuth))
            return;
        var fetched = await source.Client.FetchAsync(cancellationToken).ConfigureAwait(false);
        Use(fetched, usesChatGpt);
        _cache?.Write(new ModelCacheEntry(source.Time.GetUtcNow(), fetched.Etag, ClientIdentity.Version, fetched.Models));
    }

    private bool TryUseCache(LiveModelCatalogOptions source, bool usesChatGpt)
    {
        if (_cache?.Read() is not { } entry || !entry.IsFresh(ClientIdentity.Version, source.Time.GetUtcNow()))
            return false;
        Use(new FetchedModels(entry.Models, entry.Etag), usesChatGpt);
        return true;
    }

    private void Use(FetchedModels fetched, bool usesChatGpt)
    {
        _current = usesChatGpt && ModelCatalog.CanStandAlone(fetched.Models)
            ? ModelCatalog.Of(fetched.Models)
            : ModelCatalog.Bundled().With(fetched.Models);
        Volatile.Write(ref _etag, fetched.Etag);
    }

    private void RenewCache()
    {
        try
        {
            if (_options is not null && _cache?.Read() is { } entry)
                _cache.Write(entry with { FetchedAt = _options.Time.GetUtcNow() });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _options?.Log($"failed to renew cache TTL: {exception.Message}");
        }
    }
}
