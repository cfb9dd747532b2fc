using System.Net;
using Codex.Backend.Providers;

namespace Codex.Backend.Responses;

/// <summary>Posts requests to a provider until one is accepted: credentials and their recovery, retries, redirections.</summary>
internal sealed class ModelHttp(ResponsesClientOptions options) : IDisposable
{
    private const int MaximumRedirections = 10;
    private readonly Lazy<HttpMessageInvoker> _http = new(() => new HttpMessageInvoker(options.CreateHandler()));
    private readonly RequestHeaders _headers = new(options.Endpoint, options.Identity, options.Environment);

    /// <summary>Sends a request and returns the answer, whose body is still to be read.</summary>
    /// <param name="path">Path below the provider's base URL.</param>
    /// <param name="context">What headers say about the request.</param>
    /// <param name="createBody">Makes the body for the credentials that it goes out with.</param>
    /// <param name="cancellationToken">Stops everything.</param>
    /// <exception cref="ModelException">The request was refused, or nobody could be reached.</exception>
    public Task<HttpResponseMessage> PostAsync(
        string path, RequestContext context, Func<RequestCredentials, ValueTask<OutgoingBody>> createBody, CancellationToken cancellationToken) =>
        options.Credentials.SendAsync(
            async credentials => await PostAsync(path, context, credentials, await createBody(credentials).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false),
            cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_http.IsValueCreated)
            _http.Value.Dispose();
    }

    private async Task<HttpResponseMessage> PostAsync(
        string path, RequestContext context, RequestCredentials credentials, OutgoingBody body, CancellationToken cancellationToken)
    {
        var endpoint = options.Endpoint;
        var url = EndpointUrl.Build(credentials.BaseUrl, path, endpoint.QueryParameters);
        if (!url.IsHttp)
            throw ModelErrors.Address(url.Address);
        for (var retry = 1; ; retry++)
        {
            var mayRepeat = endpoint.RequestRetries.Allows(retry);
            if (await TrySendAsync(url, context, credentials, body, mayRepeat, cancellationToken).ConfigureAwait(false) is { } response)
                return response;
            await Task.Delay(RetryPolicy.Delay(retry, options.Random), options.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>The answer, or null when the request should be repeated.</returns>
    private async Task<HttpResponseMessage?> TrySendAsync(
        EndpointUrl url, RequestContext context, RequestCredentials credentials, OutgoingBody body, bool mayRepeat, CancellationToken cancellationToken)
    {
        try
        {
            var response = await FollowAsync(url.Address!, context, credentials, body, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode && !HtmlPage.IsOne(response))
                return response;
            using (response)
            {
                if (response.IsSuccessStatusCode)
                    throw await HtmlPage.ReadAsync(url.Text, response, cancellationToken).ConfigureAwait(false);
                var failure = await HttpFailure.ReadAsync(url.Text, response, cancellationToken).ConfigureAwait(false);
                return mayRepeat && failure.MayRepeat ? null : throw failure.ToException(options.Time);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return mayRepeat ? null : throw ModelErrors.Connection(url.Address!, exception);
        }
    }

    // Sends to where redirections that keep the method lead; the secret goes to no other server than the configured one.
    private async Task<HttpResponseMessage> FollowAsync(
        Uri start, RequestContext context, RequestCredentials credentials, OutgoingBody body, CancellationToken cancellationToken)
    {
        var url = start;
        for (var count = 0; ; count++)
        {
            using var message = Message(url, context, credentials, body);
            if (url.Authority != start.Authority)
                message.Headers.Remove("authorization");
            var response = await _http.Value.SendAsync(message, cancellationToken).ConfigureAwait(false);
            if (count == MaximumRedirections || Redirection(url, response) is not { } next)
                return response;
            response.Dispose();
            url = next;
        }
    }

    private static Uri? Redirection(Uri url, HttpResponseMessage response) =>
        (int)response.StatusCode is 307 or 308 && response.Headers.First("location") is { } location
            && Uri.TryCreate(url, location, out var target) && target.Scheme is "http" or "https"
            ? target
            : null;

    private HttpRequestMessage Message(Uri url, RequestContext context, RequestCredentials credentials, OutgoingBody body)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = body.ToContent(),
            Version = url.Scheme == Uri.UriSchemeHttps ? HttpVersion.Version20 : HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        _headers.Apply(message.Headers, context, credentials);
        return message;
    }
}
