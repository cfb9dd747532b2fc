using System.Text;

namespace Codex.Backend.Relay;

/// <summary>Reads HTTP/1 requests; memory is bounded whatever comes.</summary>
internal sealed class RequestReader(Stream stream)
{
    private const int MaximumHeaders = 256;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next request up to the end of its head; null when the caller has no more.</summary>
    /// <exception cref="InvalidDataException">This is no HTTP/1 request.</exception>
    public async Task<IncomingRequest?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        if (await ReadLineAsync(cancellationToken).ConfigureAwait(false) is not { } line)
            return null;
        if (line.Split(' ') is not [{ Length: > 0 } method, ['/', ..] target, ("HTTP/1.1" or "HTTP/1.0") and var version])
            throw new InvalidDataException(line);
        var headers = new List<KeyValuePair<string, string>>();
        while (await ReadLineAsync(cancellationToken).ConfigureAwait(false) is { Length: > 0 } header)
            headers.Add(headers.Count < MaximumHeaders && header.IndexOf(':') is > 0 and var colon
                ? new(header[..colon], header[(colon + 1)..].Trim())
                : throw new InvalidDataException());
        return new IncomingRequest(method, target, version == "HTTP/1.1", headers);
    }

    /// <summary>The next line without its end; null at the end of the connection.</summary>
    /// <exception cref="InvalidDataException">The line is too long.</exception>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        int length;
        while ((length = _buffer.AsSpan(_start.._end).IndexOf((byte)'\n')) < 0)
        {
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                return null;
        }

        var line = Encoding.UTF8.GetString(_buffer, _start, length);
        _start += length + 1;
        return line.EndsWith('\r') ? line[..^1] : line;
    }

    /// <summary>Bytes of a body; 0 at the end of the connection.</summary>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_start == _end)
            return await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        var count = Math.Min(buffer.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(buffer.Span);
        _start += count;
        return count;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            throw new InvalidDataException();
        var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        return count > 0;
    }
}
