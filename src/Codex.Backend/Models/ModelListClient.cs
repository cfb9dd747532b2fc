using System.Net;
using System.Text.Json;
using Codex.Backend.Providers;
using Codex.Backend.Responses;

namespace Codex.Backend.Models;

/// <summary><c>GET /models</c> of a provider (<c>codex-rs/codex-api/src/endpoint/models.rs</c>).</summary>
public sealed class ModelListClient(ResponsesClientOptions options) : IDisposable
{
    private const int MaximumBytes = 16 * 1024 * 1024;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(5);
    private readonly Lazy<HttpMessageInvoker> _http = new(() => new HttpMessageInvoker(options.CreateHandler()));
    private readonly RequestHeaders _headers = new(options.Endpoint, options.Identity, options.Environment);

    /// <summary>Asks for the models; server and connection errors are tried again while five seconds last.</summary>
    /// <exception cref="ModelException">There is no usable answer.</exception>
    public async Task<FetchedModels> FetchAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(s_timeout, options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            for (var retry = 1; ; retry++)
            {
                if (await TryFetchAsync(mayRepeat: options.Endpoint.RequestRetries.Allows(retry), both.Token).ConfigureAwait(false) is { } models)
                    return models;
                await Task.Delay(RetryPolicy.Delay(retry, options.Random), options.Time, both.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelException(ModelFailure.Stream, "no answer within five seconds");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_http.IsValueCreated)
            _http.Value.Dispose();
    }

    /// <returns>The answer, or null when the question should be repeated.</returns>
    private async Task<FetchedModels?> TryFetchAsync(bool mayRepeat, CancellationToken cancellationToken)
    {
        var credentials = await options.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        var url = Url(credentials);
        try
        {
            using var message = Message(url.Address!, credentials);
            using var response = await _http.Value.SendAsync(message, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
                return await ReadAsync(response, cancellationToken).ConfigureAwait(false);
            var failure = await HttpFailure.ReadAsync(url.Text, response, cancellationToken).ConfigureAwait(false);
            return mayRepeat && failure.MayRepeat ? null : throw failure.ToException(options.Time);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return mayRepeat ? null : throw ModelErrors.Connection(url.Address!, exception);
        }
    }

    // The version comes after whatever the provider's configuration adds.
    private EndpointUrl Url(RequestCredentials credentials)
    {
        var query = new Dictionary<string, string>(options.Endpoint.QueryParameters) { ["client_version"] = ClientIdentity.Version };
        var url = EndpointUrl.Build(credentials.BaseUrl, "models", query);
        return url.IsHttp ? url : throw ModelErrors.Address(url.Address);
    }

    private HttpRequestMessage Message(Uri url, RequestCredentials credentials)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, url)
        {
            Version = url.Scheme == Uri.UriSchemeHttps ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        _headers.Apply(message.Headers, accept: "*/*", credentials);
        return message;
    }

    private static async Task<FetchedModels> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(MaximumBytes, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new FetchedModels(ModelListReader.Read(body), response.Headers.First("etag"));
        }
        catch (JsonException exception)
        {
            throw ModelErrors.Stream($"failed to decode models response: {exception.Message}", cause: exception);
        }
    }
}
