using System.Text.Unicode;

namespace Codex.ExecServer.Rpc;

/// <summary>One message a line, over a pair of streams. Lines without text are passed over.</summary>
/// <param name="input">Where messages come from.</param>
/// <param name="output">Where messages go.</param>
/// <param name="label">How error texts name the connection.</param>
internal sealed class LineTransport(Stream input, Stream output, string label) : IRpcTransport
{
    /// <summary>The longest line: a file of the greatest size that can be read, in base64.</summary>
    private const int MaximumLength = 768 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <inheritdoc/>
    public string UnreadablePrefix { get; } = $"failed to parse JSON-RPC message from {label}: ";

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        while (await ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (!Utf8.IsValid(line.Span))
                return null;
            if (!line.Span.Trim(" \t\r"u8).IsEmpty)
                return line;
        }

        return null;
    }

    /// <inheritdoc/>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await output.WriteAsync(message, cancellationToken).ConfigureAwait(false);
        await output.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await input.DisposeAsync().ConfigureAwait(false);
        await output.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<ReadOnlyMemory<byte>?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var scanned = 0;
        while (true)
        {
            var length = _buffer.AsSpan((_start + scanned).._end).IndexOf((byte)'\n');
            if (length >= 0)
                return Take(scanned + length, terminator: 1);
            scanned = _end - _start;
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                return scanned > 0 ? Take(scanned, terminator: 0) : (ReadOnlyMemory<byte>?)null;
        }
    }

    private ReadOnlyMemory<byte> Take(int length, int terminator)
    {
        var line = _buffer.AsMemory(_start, length);
        _start += length + terminator;
        return line;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        try
        {
            var count = await input.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += count;
            return count > 0;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end < _buffer.Length)
            return;
        if (_end >= MaximumLength)
            throw new InvalidDataException("a message is too long");
        Array.Resize(ref _buffer, Math.Min(_buffer.Length * 2, MaximumLength));
    }
}
