using System.Buffers;
using System.Net.Http.Headers;
using Codex.Formats.Zstandard;

namespace Codex.Backend.Responses;

/// <summary>A request's body on its way out: streamed from the conversation, or compressed once for all attempts.</summary>
internal sealed class OutgoingBody
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly RequestBody _body;
    private readonly ReadOnlyMemory<byte>? _compressed;

    private OutgoingBody(RequestBody body, ReadOnlyMemory<byte>? compressed)
    {
        _body = body;
        _compressed = compressed;
    }

    /// <summary>The body, compressed when asked for.</summary>
    public static async ValueTask<OutgoingBody> CreateAsync(RequestBody body, bool isCompressed, CancellationToken cancellationToken) =>
        new(body, isCompressed ? await CompressAsync(body, cancellationToken).ConfigureAwait(false) : (ReadOnlyMemory<byte>?)null);

    /// <summary>The content of one attempt.</summary>
    public HttpContent ToContent()
    {
        if (_compressed is not { } compressed)
            return new RequestContent(_body);
        var content = new ReadOnlyMemoryContent(compressed);
        content.Headers.ContentType = Json;
        content.Headers.ContentEncoding.Add("zstd");
        return content;
    }

    private static async Task<ReadOnlyMemory<byte>> CompressAsync(RequestBody body, CancellationToken cancellationToken)
    {
        using var plain = new MemoryStream((int)body.Length);
        await body.WriteToAsync(plain, cancellationToken).ConfigureAwait(false);
        var compressed = new ArrayBufferWriter<byte>((int)(body.Length / 4) + 64);
        ZstandardEncoder.Compress(plain.GetBuffer().AsSpan(0, (int)plain.Length), compressed);
        return compressed.WrittenMemory;
    }
}
