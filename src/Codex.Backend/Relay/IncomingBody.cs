using System.Globalization;

namespace Codex.Backend.Relay;

/// <summary>The body of a caller's request. A body that ends too early is an <see cref="IOException"/>.</summary>
internal sealed class IncomingBody : Stream
{
    private const long MostToDrain = 1024 * 1024;
    private readonly RequestReader _reader;
    private readonly bool _isChunked;
    private Stream? _waiting;
    private long _rest;
    private bool _isComplete;

    /// <summary>Begins to read.</summary>
    /// <param name="reader">What the body comes from.</param>
    /// <param name="request">The head.</param>
    /// <param name="answers">Where a caller that waits is asked for the body.</param>
    /// <exception cref="InvalidDataException">The size of the body is not a number.</exception>
    public IncomingBody(RequestReader reader, IncomingRequest request, Stream answers)
    {
        _reader = reader;
        _isChunked = request.IsChunked;
        _rest = _isChunked ? 0 : request.ContentLength ?? throw new InvalidDataException();
        _isComplete = !_isChunked && _rest == 0;
        _waiting = request.WaitsForContinue ? answers : null;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Skips what is left; false when that is too much, or the caller was never asked for it.</summary>
    public async Task<bool> DrainAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        for (var drained = 0L; !_isComplete; drained += await ReadAsync(buffer, cancellationToken).ConfigureAwait(false))
        {
            if (_waiting is not null || drained > MostToDrain)
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_isComplete || buffer.IsEmpty)
            return 0;
        await AskAsync(cancellationToken).ConfigureAwait(false);
        if (_rest == 0 && !await NextChunkAsync(cancellationToken).ConfigureAwait(false))
            return 0;
        var count = await _reader.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _rest)], cancellationToken).ConfigureAwait(false);
        if (count == 0)
            throw new EndOfStreamException();
        _rest -= count;
        if (_rest == 0)
            await EndChunkAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        if (_waiting is not { } answers)
            return;
        _waiting = null;
        await answers.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Whether there is another chunk.</returns>
    private async Task<bool> NextChunkAsync(CancellationToken cancellationToken)
    {
        var line = await _reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) ?? throw new EndOfStreamException();
        if (!long.TryParse(line.Split(';')[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _rest) || _rest < 0)
            throw new InvalidDataException();
        if (_rest > 0)
            return true;
        while (await _reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { Length: > 0 })
        {
            // Trailers mean nothing to the server above.
        }

        _isComplete = true;
        return false;
    }

    private async Task EndChunkAsync(CancellationToken cancellationToken)
    {
        if (_isChunked)
            _ = await _reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        else
            _isComplete = true;
    }
}
