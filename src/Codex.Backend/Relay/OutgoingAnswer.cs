using System.Globalization;
using System.Text;
using Codex.Backend.Relay.Dumps;

namespace Codex.Backend.Relay;

/// <summary>The server's answer on its way to the caller: each piece as soon as it is there.</summary>
/// <param name="stream">The caller.</param>
/// <param name="response">The answer.</param>
/// <param name="isHttp11">Whether the caller understands chunks.</param>
/// <param name="dump">Gets a copy; null for none.</param>
internal sealed class OutgoingAnswer(Stream stream, HttpResponseMessage response, bool isHttp11, ExchangeDump? dump) : IDisposable
{
    private static readonly byte[] s_lineEnd = "\r\n"u8.ToArray();
    private static readonly byte[] s_lastChunk = "0\r\n\r\n"u8.ToArray();
    private readonly long? _length = response.Content.Headers.ContentLength;

    private bool IsChunked => _length is null && isHttp11;

    /// <summary>Writes head and body.</summary>
    /// <exception cref="IOException">The caller or the server went away in between: the connection must not go on.</exception>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        dump?.Begin(response);
        await stream.WriteAsync(AnswerHead.Of(response, Framing()), cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await ReadAsync(body, buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            dump?.Append(buffer.AsSpan(0, count));
            await WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }

        if (IsChunked)
            await stream.WriteAsync(s_lastChunk, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the copy, of as much as came.</summary>
    public void Dispose() => dump?.Write();

    private string Framing() => _length is { } length
        ? string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n")
        : isHttp11 ? "Transfer-Encoding: chunked\r\n" : "";

    private static async Task<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        if (!IsChunked)
        {
            await stream.WriteAsync(piece, cancellationToken).ConfigureAwait(false);
            return;
        }

        byte[] chunk = [.. Encoding.ASCII.GetBytes(piece.Length.ToString("x", CultureInfo.InvariantCulture)), .. s_lineEnd, .. piece.Span, .. s_lineEnd];
        await stream.WriteAsync(chunk, cancellationToken).ConfigureAwait(false);
    }
}
