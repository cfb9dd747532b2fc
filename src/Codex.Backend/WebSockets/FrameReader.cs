using System.Buffers;
using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Formats.Json;
using Codex.Protocol.Items;

namespace Codex.Backend.WebSockets;

/// <summary>Reads the frames of one response: the events that HTTP has, too, and what HTTP says in status and headers.</summary>
internal sealed class FrameReader(TimeProvider time)
{
    private readonly StreamEventReader _events = new();
    private readonly List<ReadOnlyMemory<byte>> _output = [];

    /// <summary>The finished items in the form in which a later request repeats them.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Output => _output;

    /// <summary>Reads a frame and adds what it means.</summary>
    /// <exception cref="ModelException">The server reports a failure.</exception>
    public void Read(ReadOnlyMemory<byte> json, List<ModelEvent> output)
    {
        if (ErrorFrame.Find(json, time) is { } failure)
            throw failure;
        if (RateLimitFrame.IsOne(json.Span))
        {
            if (RateLimitFrame.Read(json) is { } snapshot)
                output.Add(new ModelEvent.RateLimits(snapshot));
            return;
        }

        _events.Read(json.Span, output);
        if (_events.Failure is { } failed)
            throw failed;
        foreach (var modelEvent in output)
        {
            if (modelEvent is ModelEvent.OutputItemDone { Item: var item })
                _output.Add(WireForm(item));
        }
    }

    private static ReadOnlyMemory<byte> WireForm(ResponseItem item)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
            ResponseItemWriter.Write(writer, item);
        return buffer.WrittenMemory;
    }
}
