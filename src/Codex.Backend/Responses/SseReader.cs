using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Codex.Backend.Responses;

/// <summary>
/// Reads the data of server-sent events from a stream, byte by byte once: lines may end with LF, CR or CRLF, the data
/// lines of one event are joined in place, comments and other fields are skipped. Not safe for concurrent use.
/// </summary>
internal sealed class SseReader(Stream stream, int maximumEventBytes) : IDisposable
{
    /// <summary>An event longer than this ends the stream: 256 MiB, more than any sane image result.</summary>
    public const int DefaultMaximumEventBytes = 256 * 1024 * 1024;

    private const int InitialBytes = 64 * 1024;
    private const int SmallestRead = 4 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
    private int _end;          // bytes filled
    private int _scanned;      // everything before was looked at
    private int _lineStart;    // start of the line in progress
    private int _dataStart;    // data collected for the event in progress
    private int _dataEnd;
    private bool _hasData;
    private bool _skipLineFeed;
    private bool _mayHaveMark = true;

    /// <summary>The data of the last event; valid until the next read.</summary>
    public ReadOnlyMemory<byte> Data { get; private set; }

    /// <summary>Takes the next event out of what has already arrived.</summary>
    /// <returns>Whether <see cref="Data"/> is a new event; false asks for <see cref="FillAsync"/>.</returns>
    public bool TryRead()
    {
        while (TryReadLine(out var line))
        {
            if (line.IsEmpty && _hasData)
            {
                _hasData = false;
                Data = _buffer.AsMemory(_dataStart, _dataEnd - _dataStart);
                if (!Data.IsEmpty)
                    return true;
            }
            else
            {
                Collect(line);
            }
        }

        return false;
    }

    /// <summary>Waits for more bytes.</summary>
    /// <returns>Whether there were any; false is the end of the stream, and an unfinished event is dropped.</returns>
    /// <exception cref="InvalidDataException">The event in progress is longer than allowed.</exception>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        return count > 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private bool TryReadLine(out Span<byte> line)
    {
        line = default;
        SkipLineFeedOfPair();
        var offset = _buffer.AsSpan(_scanned, _end - _scanned).IndexOfAny((byte)'\n', (byte)'\r');
        if (offset < 0)
        {
            _scanned = _end;
            return false;
        }

        var lineEnd = _scanned + offset;
        line = _buffer.AsSpan(_lineStart, lineEnd - _lineStart);
        _skipLineFeed = _buffer[lineEnd] == '\r';
        _scanned = _lineStart = lineEnd + 1;
        SkipMark(ref line);
        return true;
    }

    private void SkipLineFeedOfPair()
    {
        if (!_skipLineFeed || _scanned == _end)
            return;
        _skipLineFeed = false;
        if (_buffer[_scanned] == '\n')
            _scanned = _lineStart = _scanned + 1;
    }

    // Only the very first line may begin with a byte-order mark.
    private void SkipMark(ref Span<byte> line)
    {
        if (_mayHaveMark && line.StartsWith("\uFEFF"u8))
            line = line[3..];
        _mayHaveMark = false;
    }

    private void Collect(Span<byte> line)
    {
        if (!line.StartsWith("data"u8))
            return;
        var value = line[4..];
        if (value.IsEmpty)
            Append(value);
        else if (value[0] == ':')
            Append(value.Length > 1 && value[1] == ' ' ? value[2..] : value[1..]);
    }

    // The first data line stays where it is; later ones are moved down behind it. There is always room: each line
    // carries at least its field name and line end in front of the value.
    private void Append(Span<byte> value)
    {
        if (!_hasData)
        {
            _hasData = true;
            _dataStart = _dataEnd = OffsetOf(value);
        }
        else
        {
            _buffer[_dataEnd++] = (byte)'\n';
        }

        value.CopyTo(_buffer.AsSpan(_dataEnd));
        _dataEnd += value.Length;
    }

    private int OffsetOf(Span<byte> value) =>
        (int)Unsafe.ByteOffset(
            ref MemoryMarshal.GetArrayDataReference(_buffer),
            ref MemoryMarshal.GetReference(value));

    private void MakeRoom()
    {
        var keep = _hasData ? _dataStart : _lineStart;
        if (keep == _end)
            Rebase(_buffer, keep);
        else if (_buffer.Length - _end < SmallestRead)
            Compact(keep);
    }

    private void Compact(int keep)
    {
        if (keep > _buffer.Length / 2)
            Rebase(_buffer, keep);
        else
            Grow(keep);
    }

    private void Grow(int keep)
    {
        if (_end - keep >= maximumEventBytes)
            throw new InvalidDataException("event is longer than the limit");
        var old = _buffer;
        Rebase(ArrayPool<byte>.Shared.Rent(old.Length * 2), keep);
        ArrayPool<byte>.Shared.Return(old);
    }

    private void Rebase(byte[] target, int keep)
    {
        var source = _buffer;
        _buffer = target;
        source.AsSpan(keep, _end - keep).CopyTo(target);
        _end -= keep;
        _scanned -= keep;
        _lineStart -= keep;
        _dataStart -= keep;
        _dataEnd -= keep;
    }
}
