using System.Net.Http.Headers;
using Codex.Backend.Responses;

namespace Codex.Backend.Auth.Http;

/// <summary>
/// Talks to login servers. Redirections are not followed: what is sent here is secret. Errors name the server's address
/// without its query.
/// </summary>
/// <param name="createHandler">Makes the connection handler, at the first request.</param>
/// <param name="identity">How the program names itself; null leaves the headers out.</param>
internal sealed class AuthHttp(Func<HttpMessageHandler> createHandler, ClientIdentity? identity) : IDisposable
{
    private readonly Lazy<HttpMessageInvoker> _invoker = new(() => new HttpMessageInvoker(createHandler()));

    /// <summary>Sends JSON.</summary>
    /// <exception cref="AuthException">The server cannot be reached, or took longer than <paramref name="timeout"/>.</exception>
    public Task<AuthResponse> PostJsonAsync(string url, byte[] json, TimeSpan timeout, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, url, Content(json, "application/json"), timeout, cancellationToken);

    /// <summary>Sends a form.</summary>
    /// <exception cref="AuthException">The server cannot be reached, or took longer than <paramref name="timeout"/>.</exception>
    public Task<AuthResponse> PostFormAsync(string url, string form, TimeSpan timeout, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, url, Content(System.Text.Encoding.UTF8.GetBytes(form), "application/x-www-form-urlencoded"), timeout, cancellationToken);

    /// <summary>Fetches something.</summary>
    /// <exception cref="AuthException">The server cannot be reached, or took longer than <paramref name="timeout"/>.</exception>
    public Task<AuthResponse> GetAsync(string url, TimeSpan timeout, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, url, content: null, timeout, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_invoker.IsValueCreated)
            _invoker.Value.Dispose();
    }

    private async Task<AuthResponse> SendAsync(HttpMethod method, string url, HttpContent? content, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new AuthException("builder error");
        using var message = new HttpRequestMessage(method, address) { Content = content };
        Describe(message.Headers);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            using var response = await _invoker.Value.SendAsync(message, limit.Token).ConfigureAwait(false);
            return new AuthResponse((int)response.StatusCode, await FailureBody.ReadAsync(response, limit.Token).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new AuthException($"error sending request for url ({address.GetLeftPart(UriPartial.Path)})", exception);
        }
    }

    private void Describe(HttpRequestHeaders headers)
    {
        headers.TryAddWithoutValidation("accept", "*/*");
        if (identity is null)
            return;
        headers.TryAddWithoutValidation("originator", identity.Originator);
        headers.TryAddWithoutValidation("user-agent", identity.UserAgent);
    }

    private static ByteArrayContent Content(byte[] body, string type)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("content-type", type);
        return content;
    }
}
