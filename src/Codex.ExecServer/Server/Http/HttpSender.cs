using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using Codex.ExecServer.Protocol;
using Codex.ExecServer.Rpc;

namespace Codex.ExecServer.Server.Http;

/// <summary>Sends HTTP requests for clients (<c>exec-server/src/client/reqwest_http_client.rs</c>).</summary>
/// <param name="client">The connections.</param>
/// <param name="time">The clock of time limits.</param>
internal sealed class HttpSender(HttpClient client, TimeProvider time)
{
    private static readonly SearchValues<char> s_tokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Sends a request and reads the head of the answer; the caller disposes the exchange.</summary>
    /// <exception cref="RpcException">The request cannot be made, or the server cannot be reached.</exception>
    public async ValueTask<HttpExchange> SendAsync(HttpRequestParams parameters, CancellationToken cancellationToken)
    {
        using var request = Create(parameters);
        var limit = new CancellationTokenSource(parameters.TimeoutMs is { } milliseconds ? TimeSpan.FromMilliseconds(Math.Min(milliseconds, int.MaxValue)) : Timeout.InfiniteTimeSpan, time);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token).ConfigureAwait(false);
            return new HttpExchange(response, stop, limit);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException or NotSupportedException)
        {
            stop.Dispose();
            limit.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw RpcException.Internal($"http/request failed: error sending request for url ({WithoutFragment(request.RequestUri!)})");
        }
    }

    private static HttpRequestMessage Create(HttpRequestParams parameters)
    {
        if (!IsToken(parameters.Method))
            throw RpcException.InvalidParams("http/request method is invalid: invalid HTTP method");
        var url = ParseUrl(parameters.Url);
        var request = new HttpRequestMessage(new HttpMethod(parameters.Method), url);
        if (parameters.Body is { } body)
            request.Content = new ByteArrayContent(body);
        foreach (var header in parameters.Headers)
            AddHeader(request, header);
        if (!request.Headers.Contains("accept"))
            request.Headers.TryAddWithoutValidation("accept", "*/*");
        if (url.UserInfo.Length > 0 && !request.Headers.Contains("authorization"))
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(url.UserInfo))));
        return request;
    }

    private static void AddHeader(HttpRequestMessage request, HttpHeaderValue header)
    {
        if (!IsToken(header.Name))
            throw RpcException.InvalidParams("http/request header name is invalid: invalid HTTP header name");
        if (header.Value.AsSpan().IndexOfAnyInRange('\0', '\u001f') is >= 0 and var at && header.Value[at] != '\t')
            throw RpcException.InvalidParams($"http/request header value is invalid for {header.Name}: failed to parse header value");
        if (request.Headers.TryAddWithoutValidation(header.Name, header.Value))
            return;
        request.Content ??= new ByteArrayContent([]);
        request.Content.Headers.Remove(header.Name);
        request.Content.Headers.TryAddWithoutValidation(header.Name, header.Value);
    }

    private static Uri ParseUrl(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme == Uri.UriSchemeFile)
            throw RpcException.InvalidParams($"http/request url is invalid: {(text.Contains("://", StringComparison.Ordinal) ? "empty host" : "relative URL without a base")}");
        return url.Scheme is "http" or "https"
            ? url
            : throw RpcException.InvalidParams($"http/request only supports http and https URLs, got {url.Scheme}");
    }

    private static string WithoutFragment(Uri url) => url.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment & ~UriComponents.UserInfo, UriFormat.UriEscaped);

    private static bool IsToken(string text) => text.Length > 0 && text.AsSpan().IndexOfAnyExcept(s_tokenCharacters) < 0;
}
