namespace Codex.Execution.Network.Http;

/// <summary>Reads heads and what follows them from a connection; never holds more than one head and one buffer.</summary>
internal sealed class HttpReader(Stream stream)
{
    private const int MaximumHead = 64 * 1024;
    private const int BufferSize = 8 * 1024;
    private const int MaximumChunkLine = 256;

    private byte[] _buffer = new byte[BufferSize];
    private int _start;
    private int _end;

    /// <summary>Whether bytes have come that nobody has taken yet.</summary>
    internal bool HasUnread => _start < _end;

    /// <summary>The next head; null when the connection ends before its first byte.</summary>
    /// <exception cref="HttpHeadException">It is too large or none.</exception>
    /// <exception cref="EndOfStreamException">The connection ends within it.</exception>
    internal async ValueTask<HttpHead?> ReadHeadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var unread = _buffer.AsSpan(_start, _end - _start);
            if (unread.IndexOf("\r\n\r\n"u8) is >= 0 and var length)
            {
                var head = HttpHead.Parse(unread[..length]);
                _start += length + 4;
                return head;
            }

            if (unread.Length >= MaximumHead)
                throw new HttpHeadException(431, "request head is too large");
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                return _start == _end ? null : throw new EndOfStreamException();
        }
    }

    /// <summary>The next bytes, 0 at the end.</summary>
    internal async ValueTask<int> ReadAsync(Memory<byte> target, CancellationToken cancellationToken)
    {
        if (_start == _end)
            return await stream.ReadAsync(target, cancellationToken).ConfigureAwait(false);
        var count = Math.Min(target.Length, _end - _start);
        _buffer.AsMemory(_start, count).CopyTo(target);
        _start += count;
        return count;
    }

    /// <summary>Copies so many bytes.</summary>
    /// <exception cref="EndOfStreamException">There are fewer.</exception>
    internal async ValueTask CopyAsync(Stream target, long count, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        while (count > 0)
        {
            var read = await ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, count)), cancellationToken).ConfigureAwait(false);
            if (read is 0)
                throw new EndOfStreamException();
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            count -= read;
        }
    }

    /// <summary>Copies a body in chunks, as chunks of the same sizes; extensions and trailers are dropped.</summary>
    /// <exception cref="HttpHeadException">A chunk is none.</exception>
    internal async ValueTask CopyChunksAsync(Stream target, CancellationToken cancellationToken)
    {
        while (true)
        {
            var size = ChunkSize(await ReadLineAsync(cancellationToken).ConfigureAwait(false));
            await target.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{size:x}\r\n"), cancellationToken).ConfigureAwait(false);
            if (size is 0)
                break;
            await CopyAsync(target, size, cancellationToken).ConfigureAwait(false);
            if (await ReadLineAsync(cancellationToken).ConfigureAwait(false) is not "")
                throw new HttpHeadException(400, "invalid chunk");
            await target.WriteAsync("\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }

        while (await ReadLineAsync(cancellationToken).ConfigureAwait(false) is not "")
        {
        }

        await target.WriteAsync("\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
    }

    private static long ChunkSize(string line)
    {
        var digits = line.AsSpan();
        if (digits.IndexOf(';') is >= 0 and var extension)
            digits = digits[..extension];
        return digits.Length is > 0 and <= 15
            && long.TryParse(digits, System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var size)
            ? size
            : throw new HttpHeadException(400, "invalid chunk");
    }

    private async ValueTask<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var unread = _buffer.AsSpan(_start, _end - _start);
            if (unread.IndexOf("\r\n"u8) is >= 0 and var length)
            {
                var line = System.Text.Encoding.Latin1.GetString(unread[..length]);
                _start += length + 2;
                return line;
            }

            if (unread.Length > MaximumChunkLine)
                throw new HttpHeadException(400, "invalid chunk");
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                throw new EndOfStreamException();
        }
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }
}
