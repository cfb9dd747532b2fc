using Codex.Backend.Responses;

namespace Codex.Backend.Oss;

/// <summary>A local Ollama (<c>codex-rs/ollama/src/client.rs</c>).</summary>
internal sealed class OllamaServer
{
    private const string CompatibleSuffix = "/v1";
    private const string NotRunning =
        "No running Ollama server detected. Start it with: `ollama serve` (after installing). "
        + "Install instructions: https://github.com/ollama/ollama?tab=readme-ov-file#ollama";

    private readonly LocalServer _http;
    private readonly string _root;
    private readonly string _probe;

    /// <summary>A server at the address of a provider, with or without the <c>/v1</c> of its compatible interface.</summary>
    public OllamaServer(LocalServer http, string baseUrl)
    {
        _http = http;
        _root = baseUrl.TrimEnd('/');
        var isCompatible = _root.EndsWith(CompatibleSuffix, StringComparison.Ordinal);
        while (_root.EndsWith(CompatibleSuffix, StringComparison.Ordinal))
            _root = _root[..^CompatibleSuffix.Length];
        _root = _root.TrimEnd('/');
        _probe = _root + (isCompatible ? "/v1/models" : "/api/tags");
    }

    /// <summary>The first version with the Responses API.</summary>
    public static SemanticVersion OldestVersion { get; } = new(0, 13, 4);

    /// <summary>Whether a version has the Responses API; builds from source call themselves 0.0.0.</summary>
    public static bool Serves(SemanticVersion version) => version == new SemanticVersion(0, 0, 0) || version.CompareTo(OldestVersion) >= 0;

    /// <summary>Checks that the server answers.</summary>
    /// <exception cref="OssException">It does not.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (await _http.TryGetStatusAsync(_probe, cancellationToken).ConfigureAwait(false) is not (>= 200 and < 300))
            throw new OssException(NotRunning);
    }

    /// <summary>The server's version; null when it tells none.</summary>
    /// <exception cref="OssException">The answer is unusable.</exception>
    public async Task<SemanticVersion?> FindVersionAsync(CancellationToken cancellationToken)
    {
        var answer = await _http.GetJsonAsync(_root + "/api/version", cancellationToken).ConfigureAwait(false);
        return answer?.Member("version")?.Text() is { } text ? SemanticVersion.TryParse(text.Trim().TrimStart('v')) : null;
    }

    /// <summary>The models that are there, none when the server refuses to tell; null when its answer is unusable.</summary>
    public async Task<IReadOnlySet<string>?> ListModelsAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _http.GetJsonAsync(_root + "/api/tags", cancellationToken).ConfigureAwait(false);
            return (answer is { } list ? LocalServer.Names(list, "models", "name") : null) ?? [];
        }
        catch (OssException)
        {
            // What is wrong shows when the model is asked.
            return null;
        }
    }

    /// <summary>Fetches a model.</summary>
    /// <exception cref="OssException">The server could not.</exception>
    public async Task PullAsync(string model, PullProgress progress, CancellationToken cancellationToken)
    {
        progress.Report(new PullEvent.Status($"Pulling model {model}..."));
        try
        {
            using var response = await _http.SendAsync(HttpMethod.Post, _root + "/api/pull", PullRequest.Create(model), cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw new OssException($"failed to start pull: HTTP {StatusText.Of((int)response.StatusCode)}");
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await foreach (var pullEvent in PullEventReader.ReadAsync(body, cancellationToken).ConfigureAwait(false))
            {
                progress.Report(pullEvent);
                if (pullEvent is PullEvent.Success)
                    return;
                if (pullEvent is PullEvent.Error { Message: var message })
                    throw new OssException($"Pull failed: {message}");
            }
        }
        catch (Exception exception) when (LocalServer.IsNoAnswer(exception))
        {
            throw new OssException($"error sending request for url ({_root}/api/pull)", exception);
        }

        throw new OssException("Pull stream ended unexpectedly without success.");
    }
}
