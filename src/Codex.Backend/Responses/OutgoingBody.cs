using System.Buffers;
using System.Net.Http.Headers;
using Codex.Formats.Zstandard;

namespace Codex.Backend.Responses;

/// <summary>A request's body on its way out; the same for all attempts.</summary>
internal sealed class OutgoingBody
{
    private static readonly MediaTypeHeaderValue s_json = new("application/json");
    private readonly Func<HttpContent> _create;

    private OutgoingBody(Func<HttpContent> create) => _create = create;

    /// <summary>A body that is streamed from the conversation, or compressed once.</summary>
    public static async ValueTask<OutgoingBody> CreateAsync(RequestBody body, bool isCompressed, CancellationToken cancellationToken)
    {
        if (!isCompressed)
            return new OutgoingBody(() => new RequestContent(body));
        var compressed = await CompressAsync(body, cancellationToken).ConfigureAwait(false);
        return new OutgoingBody(() => Content(compressed, "zstd"));
    }

    /// <summary>A body of JSON that is complete.</summary>
    public static OutgoingBody OfJson(ReadOnlyMemory<byte> json) => new(() => Content(json, encoding: null));

    /// <summary>The content of one attempt.</summary>
    public HttpContent ToContent() => _create();

    private static ReadOnlyMemoryContent Content(ReadOnlyMemory<byte> bytes, string? encoding)
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.ContentType = s_json;
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);
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
