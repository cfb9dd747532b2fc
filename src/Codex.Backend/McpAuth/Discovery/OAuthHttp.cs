using System.Text;

namespace Codex.Backend.McpAuth.Discovery;

/// <summary>Talks to a server and to the servers that log in to it. Errors name addresses without their query.</summary>
/// <param name="createHandler">Makes the connection handler, at the first request.</param>
/// <param name="target">The server; its headers go to its own origin and to where it registers clients.</param>
/// <param name="timeout">How long an answer may take.</param>
internal sealed class OAuthHttp(Func<HttpMessageHandler> createHandler, McpServerTarget target, TimeSpan timeout) : IDisposable
{
    private const int MaximumRedirections = 10;
    private readonly Lazy<HttpMessageInvoker> _invoker = new(() => new HttpMessageInvoker(createHandler()));

    /// <summary>Fetches a document about logins, wherever it has moved to.</summary>
    /// <exception cref="HttpRequestException">There is no answer.</exception>
    public async Task<OAuthAnswer> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        for (var count = 0; ; count++)
        {
            using var message = Message(HttpMethod.Get, address);
            message.Headers.TryAddWithoutValidation("mcp-protocol-version", "2024-11-05");
            var answer = await SendAsync(message, cancellationToken).ConfigureAwait(false);
            if (count == MaximumRedirections || answer.Location is not { } next)
                return answer;
            address = next;
        }
    }

    /// <summary>Posts JSON.</summary>
    /// <exception cref="HttpRequestException">There is no answer.</exception>
    public async Task<OAuthAnswer> PostJsonAsync(Uri address, byte[] json, CancellationToken cancellationToken)
    {
        using var message = Message(HttpMethod.Post, address);
        message.Content = new ByteArrayContent(json);
        message.Content.Headers.TryAddWithoutValidation("content-type", "application/json");
        return await SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Posts a form, and nothing else that belongs to the server.</summary>
    /// <exception cref="HttpRequestException">There is no answer.</exception>
    public async Task<OAuthAnswer> PostFormAsync(Uri address, string form, string? authorization, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(form)) };
        message.Content.Headers.TryAddWithoutValidation("content-type", "application/x-www-form-urlencoded");
        message.Headers.TryAddWithoutValidation("accept", "application/json");
        if (authorization is not null)
            message.Headers.TryAddWithoutValidation("authorization", authorization);
        return await SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_invoker.IsValueCreated)
            _invoker.Value.Dispose();
    }

    private HttpRequestMessage Message(HttpMethod method, Uri address)
    {
        var message = new HttpRequestMessage(method, address);
        message.Headers.TryAddWithoutValidation("accept", "*/*");
        foreach (var (name, value) in target.Headers)
        {
            // What gives access to the server is for the server alone.
            if (IsOwn(address) || !name.Equals("authorization", StringComparison.OrdinalIgnoreCase))
                message.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    private bool IsOwn(Uri address) => target.Address is { } own && own.Authority == address.Authority && own.Scheme == address.Scheme;

    private async Task<OAuthAnswer> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using var response = await _invoker.Value.SendAsync(message, limit.Token).ConfigureAwait(false);
            return await OAuthAnswer.ReadAsync(message.RequestUri!, response, limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new HttpRequestException($"error sending request for url ({message.RequestUri!.GetLeftPart(UriPartial.Path)})", exception);
        }
    }
}
