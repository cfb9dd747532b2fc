using System.Text;
using Codex.ExecServer.Protocol;

namespace Codex.ExecServer.Server.Http;

/// <summary>An answer whose body is still to be read.</summary>
internal sealed class HttpExchange(HttpResponseMessage response, CancellationTokenSource stop, CancellationTokenSource limit) : IDisposable
{
    /// <summary>Ends reading: the client has gone, or the time is up.</summary>
    public CancellationToken Stopped => stop.Token;

    /// <summary>The status and the headers, with a body.</summary>
    public HttpRequestResponse Describe(byte[] body) => new((int)response.StatusCode, Headers(), body);

    /// <summary>The whole body.</summary>
    public Task<byte[]> ReadAllAsync() => response.Content.ReadAsByteArrayAsync(stop.Token);

    /// <summary>The body.</summary>
    public Task<Stream> OpenBodyAsync() => response.Content.ReadAsStreamAsync(stop.Token);

    /// <inheritdoc/>
    public void Dispose()
    {
        response.Dispose();
        stop.Dispose();
        limit.Dispose();
    }

    // Those that are not plain text are left out, as in the original.
    private List<HttpHeaderValue> Headers()
    {
        List<HttpHeaderValue> headers = [];
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
        {
            foreach (var value in values)
            {
                if (Ascii.IsValid(value))
                    headers.Add(new HttpHeaderValue(name.ToLowerInvariant(), value));
            }
        }

        return headers;
    }
}
