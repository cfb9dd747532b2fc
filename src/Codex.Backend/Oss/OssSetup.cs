using Codex.Backend.Providers;

namespace Codex.Backend.Oss;

/// <summary>
/// Makes sure that a local model server runs and has the model (<c>codex-rs/utils/oss/src/lib.rs</c>). Lives as long as
/// the session: a server may still be loading the model while the first request is made.
/// </summary>
public sealed class OssSetup(OssSetupOptions options) : IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly LocalServer _http = new(options.CreateHandler);
    private Task _loading = Task.CompletedTask;

    /// <summary>Checks the server and fetches the model when it is missing; other providers than the local ones need nothing.</summary>
    /// <exception cref="OssException">The server cannot be used.</exception>
    public Task PrepareAsync(CancellationToken cancellationToken) => options.ProviderId switch
    {
        BuiltInProviders.Ollama => PrepareOllamaAsync(cancellationToken),
        BuiltInProviders.LmStudio => PrepareLmStudioAsync(cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        await _loading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
        _closing.Dispose();
    }

    private async Task PrepareOllamaAsync(CancellationToken cancellationToken)
    {
        var server = new OllamaServer(_http, options.BaseUrl);
        await server.CheckAsync(cancellationToken).ConfigureAwait(false);
        if (await server.FindVersionAsync(cancellationToken).ConfigureAwait(false) is { } version && !OllamaServer.Serves(version))
            throw new OssException($"Ollama {version} is too old. Codex requires Ollama {OllamaServer.OldestVersion} or newer.");
        try
        {
            await server.CheckAsync(cancellationToken).ConfigureAwait(false);
            if (await server.ListModelsAsync(cancellationToken).ConfigureAwait(false) is { } models && !models.Contains(options.Model))
                await server.PullAsync(options.Model, new PullProgress(options.Error, options.Time), cancellationToken).ConfigureAwait(false);
        }
        catch (OssException exception)
        {
            throw Nested(exception);
        }
    }

    private async Task PrepareLmStudioAsync(CancellationToken cancellationToken)
    {
        var server = new LmStudioServer(_http, options.BaseUrl);
        try
        {
            await server.CheckAsync(cancellationToken).ConfigureAwait(false);
            if (await server.ListModelsAsync(cancellationToken).ConfigureAwait(false) is { } models && !models.Contains(options.Model))
                await new LmStudioDownload(options).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OssException exception)
        {
            throw Nested(exception);
        }

        _loading = server.LoadAsync(options.Model, _closing.Token);
    }

    // The original says it twice for everything but the first checks of Ollama.
    private static OssException Nested(OssException exception) => new($"OSS setup failed: {exception.Message}", exception);
}
