using System.Net;
using System.Net.Http.Headers;

namespace Codex.Backend.Responses;

/// <summary>Sends a <see cref="RequestBody"/> with its length, without a copy of it in memory.</summary>
internal sealed class RequestContent : HttpContent
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");
    private readonly RequestBody _body;

    public RequestContent(RequestBody body)
    {
        _body = body;
        Headers.ContentType = s_json;
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        _body.WriteToAsync(stream, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _body.WriteToAsync(stream, cancellationToken);
}
