namespace Codex.Execution.Sessions;

/// <summary>
/// Keeps the beginning and the end of an output within a fixed size and counts the rest. Memory grows with what is kept, never
/// beyond the capacity. Not thread-safe: the owner locks.
/// </summary>
/// <param name="capacity">Bytes kept at most; the first half of them never changes, the second half is the latest output.</param>
public sealed class HeadTailBuffer(int capacity)
{
    /// <summary>What a command may keep (<c>UNIFIED_EXEC_OUTPUT_MAX_BYTES</c>).</summary>
    public const int DefaultCapacity = 1024 * 1024;

    private const int SmallestArray = 4096;

    private readonly int _headCapacity = capacity / 2;
    private readonly int _tailCapacity = capacity - (capacity / 2);
    private byte[] _head = [];
    private int _headLength;
    private byte[] _tail = [];
    private int _tailStart;
    private int _tailLength;
    private long _totalBytes;
    private long _lineFeeds;
    private bool _endsWithLineFeed;

    /// <summary>Adds output.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        _totalBytes += bytes.Length;
        _lineFeeds += bytes.Count((byte)'\n');
        _endsWithLineFeed = bytes[^1] is (byte)'\n';
        var toHead = Math.Min(bytes.Length, _headCapacity - _headLength);
        AppendToHead(bytes[..toHead]);
        AppendToTail(bytes[toHead..]);
    }

    /// <summary>Forgets how much was dropped: from now on only what is kept counts as printed.</summary>
    public void ForgetDropped()
    {
        var kept = Snapshot();
        if (kept.DroppedBytes is 0)
            return;
        _totalBytes = kept.Head.Length + kept.Tail.Length;
        _lineFeeds = kept.Head.Span.Count((byte)'\n') + kept.Tail.Span.Count((byte)'\n');
    }

    /// <summary>A copy of what is kept.</summary>
    public CommandOutput Snapshot() => Output(_head.AsSpan(0, _headLength).ToArray(), CopyTail());

    /// <summary>What is kept, handed over; the buffer starts again, empty and small.</summary>
    public CommandOutput Drain()
    {
        var output = Output(_head.AsMemory(0, _headLength), _tailStart is 0 ? _tail.AsMemory(0, _tailLength) : CopyTail());
        (_head, _headLength) = ([], 0);
        (_tail, _tailStart, _tailLength) = ([], 0, 0);
        (_totalBytes, _lineFeeds, _endsWithLineFeed) = (0, 0, false);
        return output;
    }

    private CommandOutput Output(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> tail) =>
        new(head, tail, _totalBytes, _lineFeeds + (_totalBytes > 0 && !_endsWithLineFeed ? 1 : 0));

    private void AppendToHead(ReadOnlySpan<byte> bytes)
    {
        if (_headLength + bytes.Length > _head.Length)
            Array.Resize(ref _head, GrownSize(_headLength + bytes.Length, _headCapacity));
        bytes.CopyTo(_head.AsSpan(_headLength));
        _headLength += bytes.Length;
    }

    private void AppendToTail(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _tailCapacity)
            bytes = bytes[^_tailCapacity..];
        if (_tailLength + bytes.Length > _tail.Length && _tail.Length < _tailCapacity)
            GrowTail(GrownSize(_tailLength + bytes.Length, _tailCapacity));
        if (_tail.Length is 0)
            return;
        var dropped = Math.Max(0, _tailLength + bytes.Length - _tail.Length);
        _tailStart = (_tailStart + dropped) % _tail.Length;
        _tailLength -= dropped;
        WriteRing(bytes);
    }

    private void WriteRing(ReadOnlySpan<byte> bytes)
    {
        var end = (_tailStart + _tailLength) % _tail.Length;
        var first = Math.Min(bytes.Length, _tail.Length - end);
        bytes[..first].CopyTo(_tail.AsSpan(end));
        bytes[first..].CopyTo(_tail);
        _tailLength += bytes.Length;
    }

    private void GrowTail(int size)
    {
        var content = CopyTail();
        _tail = new byte[size];
        content.CopyTo(_tail, 0);
        _tailStart = 0;
    }

    private byte[] CopyTail()
    {
        var copy = new byte[_tailLength];
        var first = Math.Min(_tailLength, _tail.Length - _tailStart);
        _tail.AsSpan(_tailStart, first).CopyTo(copy);
        _tail.AsSpan(0, _tailLength - first).CopyTo(copy.AsSpan(first));
        return copy;
    }

    // Large arrays that were grown out of stay for long: a few steps are better than many.
    private static int GrownSize(int needed, int limit) => (int)Math.Min(limit, Math.Max(SmallestArray, needed * 4L));
}
