namespace Codex.Backend.Relay;

/// <summary>Sends a caller's requests to the server, with our key in place of the caller's.</summary>
internal sealed class Upstream(RelayOptions options) : IDisposable
{
    private readonly Lazy<HttpMessageInvoker> _http = new(() => new HttpMessageInvoker(options.CreateHandler()));

    /// <summary>Sends a request; the answer's body is still to be read.</summary>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    /// <exception cref="IOException">The caller went away.</exception>
    public async Task<HttpResponseMessage> SendAsync(IncomingRequest request, Stream body, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, options.Upstream) { Content = new RelayedContent(body, request.IsChunked ? null : request.ContentLength) };
        foreach (var (name, value) in request.Headers)
        {
            if (!RelayedHeaders.StaysHere(name) && !message.Headers.TryAddWithoutValidation(name.ToLowerInvariant(), value))
                message.Content!.Headers.TryAddWithoutValidation(name.ToLowerInvariant(), value);
        }

        if (!message.Headers.NonValidated.Contains("accept"))
            message.Headers.TryAddWithoutValidation("accept", "*/*");
        message.Headers.TryAddWithoutValidation("authorization", options.Authorization.Reveal());
        try
        {
            return await _http.Value.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (NotSupportedException exception)
        {
            throw new HttpRequestException("the address is none of HTTP", exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_http.IsValueCreated)
            _http.Value.Dispose();
    }
}
