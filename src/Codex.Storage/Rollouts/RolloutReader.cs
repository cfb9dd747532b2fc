using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Codex.Protocol;
using Codex.Protocol.Accounting;
using Codex.Protocol.Events;
using Codex.Protocol.Items;
using Codex.Protocol.Rollouts;

namespace Codex.Storage.Rollouts;

/// <summary>
/// Rebuilds a thread from its rollout file in one pass over the bytes. Lines that do not matter for the next turn are
/// recognised by their head and not parsed; conversation items keep the bytes of the file.
/// </summary>
public sealed class RolloutReader
{
    private const int ReadSize = 1 << 18;
    private const long NoContext = -1;
    private readonly List<RolloutItem> _items = [];
    private readonly List<int> _userTurnStarts = [];
    private readonly List<long> _userTurnContexts = [];
    private readonly ByteArena _arena = new();
    private readonly WaitingApprovals _approvals = new();
    private SessionMeta? _meta;
    private TurnContextItem? _lastTurnContext;
    private ReadOnlyMemory<byte> _lastTokenCount;
    private ReadOnlyMemory<byte> _lastContextLine;
    private byte[]? _firstContextLine;
    private long _lineOffset;
    private long _contextOffset = NoContext;
    private bool _contextIsElsewhere;
    private bool _contextIsStale;
    private int _compactions;
    private int _skipped;

    private RolloutReader()
    {
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="RolloutException">The file is empty or has no session meta line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static RolloutHistory Read(string path) => Read(path, dropped: 0);

    /// <summary>Reads a file as if its last turns had been taken back.</summary>
    /// <inheritdoc cref="Read(string)"/>
    public static RolloutHistory ReadWithout(string path, int turns) => Read(path, turns);

    private static RolloutHistory Read(string path, int dropped)
    {
        var reader = new RolloutReader();
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        var lines = reader.ReadLines(file);
        if (lines == 0)
            throw new RolloutException(path, "empty session file");
        reader.Drop(dropped);
        reader.RestoreContext(file);
        return reader.Finish(path);
    }

    private RolloutHistory Finish(string path)
    {
        if (_meta is null)
            throw new RolloutException(path, $"failed to read thread: rollout at {path} does not start with session metadata");
        _lastTurnContext = ReadContext(_lastContextLine.Span);
        return new RolloutHistory
        {
            Meta = _meta,
            Items = _items,
            LastTurnContext = _contextIsStale ? null : _lastTurnContext,
            FirstTurnContext = ReadContext(_firstContextLine),
            LastModel = _lastTurnContext?.Model,
            TokenUsage = ReadTokenUsage(),
            Compactions = _compactions,
            WaitingApprovals = [.. _approvals.Waiting],
            SkippedLines = _skipped,
        };
    }

    private TurnContextItem? ReadContext(ReadOnlySpan<byte> line) => line.IsEmpty
        ? null
        : TryDeserialize(line, static (ref Utf8JsonReader json) => JsonSerializer.Deserialize(ref json, EngineJson.Default.TurnContextItem));

    private TokenUsageInfo? ReadTokenUsage()
    {
        if (_lastTokenCount.IsEmpty)
            return null;
        var message = TryDeserialize(_lastTokenCount.Span, static (ref Utf8JsonReader json) =>
            JsonSerializer.Deserialize(ref json, EngineJson.Default.EventMsg));
        return (message as TokenCountEvent)?.Info;
    }

    private int ReadLines(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ReadSize);
        var filled = 0;
        var scanned = 0;
        long offset = 0;
        var lines = 0;
        try
        {
            while (true)
            {
                var read = RandomAccess.Read(file, buffer.AsSpan(filled), offset);
                if (read == 0)
                    break;
                offset += read;
                filled += read;
                var start = 0;
                int end;
                while ((end = buffer.AsSpan(scanned, filled - scanned).IndexOf((byte)'\n')) >= 0)
                {
                    end += scanned;
                    _lineOffset = offset - filled + start;
                    lines += TakeLine(buffer.AsSpan(start, end - start));
                    start = scanned = end + 1;
                }

                buffer.AsSpan(start, filled - start).CopyTo(buffer);
                filled -= start;
                scanned = filled;
                if (filled == buffer.Length)
                    buffer = Grow(buffer, filled);
            }

            _lineOffset = offset - filled;
            return lines + TakeLine(buffer.AsSpan(0, filled));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer, int filled)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(buffer.Length * 2));
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private int TakeLine(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t\r"u8);
        if (line.IsEmpty)
            return 0;
        try
        {
            if (!RolloutLineHead.TryRead(line, out var type, out var payload))
                _skipped++;
            else
                TakePayload(type, payload);
        }
        catch (JsonException)
        {
            _skipped++;
        }

        return 1;
    }

    private void TakePayload(RolloutLineType type, ReadOnlySpan<byte> payload)
    {
        switch (type)
        {
            case RolloutLineType.ResponseItem: TakeItem(payload); break;
            case RolloutLineType.EventMessage: TakeEvent(payload); break;
            case RolloutLineType.TurnContext:
                Keep(ref _lastContextLine, payload);
                _firstContextLine ??= payload.ToArray();
                _contextOffset = _lineOffset;
                _contextIsStale = _contextIsElsewhere = false;
                break;
            case RolloutLineType.Compacted: TakeCompaction(payload); break;
            case RolloutLineType.SessionMeta:
                _meta ??= TryDeserialize(payload, static (ref Utf8JsonReader json) =>
                    JsonSerializer.Deserialize(ref json, EngineJson.Default.SessionMeta));
                break;
            default: _skipped++; break;
        }
    }

    private void TakeItem(ReadOnlySpan<byte> payload)
    {
        if (RolloutItemReader.Read(payload, _arena) is { } item)
            Add(item);
    }

    private void Add(RolloutItem item)
    {
        if (item is { Type: "message", Role: "user" } && !ContextualFragments.IsContextual(item.Json.Span))
        {
            _userTurnStarts.Add(_items.Count);
            _userTurnContexts.Add(_contextIsStale ? NoContext : _contextOffset);
        }

        _items.Add(item);
    }

    private void TakeEvent(ReadOnlySpan<byte> payload)
    {
        if (_approvals.Take(payload))
            return;
        if (RolloutLineHead.PayloadIs(payload, "token_count"u8))
            Keep(ref _lastTokenCount, payload);
        else if (RolloutLineHead.PayloadIs(payload, "thread_rolled_back"u8))
            RollBack(payload);
    }

    private void RollBack(ReadOnlySpan<byte> payload)
    {
        var message = TryDeserialize(payload, static (ref Utf8JsonReader json) =>
            JsonSerializer.Deserialize(ref json, EngineJson.Default.EventMsg));
        Drop((message as ThreadRolledBackEvent)?.NumTurns ?? 0);
    }

    private void Drop(int turns)
    {
        if (turns <= 0 || _userTurnStarts.Count == 0)
            return;
        var keep = Math.Max(0, _userTurnStarts.Count - turns);
        var cut = _userTurnStarts[keep];
        // The context messages recorded right before a dropped turn go with it, those before the very first one do not.
        while (cut > _userTurnStarts[0] && IsContextUpdate(_items[cut - 1]))
            cut--;
        CollectionsMarshal.SetCount(_items, cut);
        CollectionsMarshal.SetCount(_userTurnStarts, keep);
        CollectionsMarshal.SetCount(_userTurnContexts, keep);
        TakeBackContext(keep);
    }

    // What the model was told last is what the last turn that is left told it.
    private void TakeBackContext(int turns)
    {
        var offset = turns == 0 ? NoContext : _userTurnContexts[turns - 1];
        if (turns == 0)
            _lastContextLine = default;
        _contextIsStale = turns > 0 && offset == NoContext;
        _contextIsElsewhere = offset != NoContext && offset != _contextOffset;
        _contextOffset = offset;
    }

    // The lines of contexts are not kept; one that counts again is read again.
    private void RestoreContext(Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        if (!_contextIsElsewhere)
            return;
        var line = new byte[ReadSize];
        var length = 0;
        var end = -1;
        while (end < 0)
        {
            if (length == line.Length)
                Array.Resize(ref line, length * 2);
            var read = RandomAccess.Read(file, line.AsSpan(length), _contextOffset + length);
            end = line.AsSpan(length, read).IndexOf((byte)'\n') is >= 0 and var found ? length + found : read == 0 ? length : -1;
            length += read;
        }

        if (RolloutLineHead.TryRead(line.AsSpan(0, end).Trim(" \t\r"u8), out _, out var payload))
            Keep(ref _lastContextLine, payload);
    }

    private static bool IsContextUpdate(RolloutItem item) =>
        item is { Type: "message", Role: "developer" }
        || (item is { Type: "message", Role: "user" } && ContextualFragments.IsContextual(item.Json.Span));

    private void TakeCompaction(ReadOnlySpan<byte> payload)
    {
        var compacted = TryDeserialize(payload, static (ref Utf8JsonReader json) =>
            JsonSerializer.Deserialize(ref json, EngineJson.Default.CompactedItem));
        if (compacted is null)
            return;
        _compactions++;
        _contextIsStale = true;
        List<RolloutItem> retained = compacted.ReplacementHistory is { } replacement
            ? [.. replacement.Where(static item => item is not OtherItem).Select(RolloutItem.From)]
            : RebuildWithoutReplacement(compacted.Message);
        _items.Clear();
        _userTurnStarts.Clear();
        _userTurnContexts.Clear();
        _arena.Reset();
        foreach (var item in retained)
            Add(item with { Json = item.Json.ToArray() });
    }

    // Older files have only the summary: what the user said stays, then the summary.
    private List<RolloutItem> RebuildWithoutReplacement(string summary) =>
    [
        .. _userTurnStarts.Select(index => _items[index]),
        RolloutItem.From(MessageItem.OfText("user", summary)),
    ];

    private static void Keep(ref ReadOnlyMemory<byte> slot, ReadOnlySpan<byte> payload)
    {
        // One slot is overwritten per line, so its array is reused while it is large enough.
        if (MemoryMarshal.TryGetArray(slot, out var segment) && segment.Array!.Length >= payload.Length)
        {
            payload.CopyTo(segment.Array);
            slot = segment.Array.AsMemory(0, payload.Length);
            return;
        }

        var array = new byte[payload.Length * 2];
        payload.CopyTo(array);
        slot = array.AsMemory(0, payload.Length);
    }

    private delegate T? Deserializer<out T>(ref Utf8JsonReader reader);

    private T? TryDeserialize<T>(ReadOnlySpan<byte> json, Deserializer<T> deserialize)
        where T : class
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            return deserialize(ref reader);
        }
        catch (JsonException)
        {
            _skipped++;
            return null;
        }
    }
}
