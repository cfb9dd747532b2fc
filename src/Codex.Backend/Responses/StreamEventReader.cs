using System.Text.Json;
using System.Text.Unicode;
using Codex.Protocol.Items;

namespace Codex.Backend.Responses;

/// <summary>Turns the events of one response into model events (<c>codex-rs/codex-api/src/sse/responses.rs</c>).</summary>
internal sealed class StreamEventReader : IStreamReader
{
    private string? _serverModel;

    /// <inheritdoc/>
    public ModelException? Failure { get; private set; }

    /// <summary>Reads one event and adds what it means; events that mean nothing or cannot be read add nothing.</summary>
    /// <exception cref="ModelException">The bytes are no UTF-8: the stream is damaged and must not be trusted further.</exception>
    public void Read(ReadOnlySpan<byte> json, List<ModelEvent> output)
    {
        if (!Utf8.IsValid(json))
            throw ModelErrors.Stream("UTF8 error: invalid utf-8 sequence");
        if (!StreamEnvelope.TryParse(json, out var envelope))
            return;
        AddServerModel(json, envelope, output);
        if (envelope.Kind == StreamEventKind.Metadata && Verifications.Read(json[envelope.Metadata]) is { } verification)
            output.Add(verification);
        if (ToEvent(json, envelope) is { } modelEvent)
            output.Add(modelEvent);
    }

    /// <inheritdoc/>
    public void End(List<ModelEvent> output)
    {
        // Only an event completes a response.
    }

    private void AddServerModel(ReadOnlySpan<byte> json, in StreamEnvelope envelope, List<ModelEvent> output)
    {
        var model = ServerModelReader.FromResponse(json[envelope.Response]) ?? ServerModelReader.FromHeaders(json[envelope.Headers]);
        if (model is null || model == _serverModel)
            return;
        _serverModel = model;
        output.Add(new ModelEvent.ServerModel(model));
    }

    private ModelEvent? ToEvent(ReadOnlySpan<byte> json, in StreamEnvelope envelope) => envelope.Kind switch
    {
        StreamEventKind.OutputTextDelta when envelope.Delta is { } delta => new ModelEvent.OutputTextDelta(delta),
        StreamEventKind.ReasoningSummaryTextDelta when envelope is { Delta: { } delta, SummaryIndex: { } index } =>
            new ModelEvent.ReasoningSummaryDelta(delta, index),
        StreamEventKind.ReasoningTextDelta when envelope is { Delta: { } delta, ContentIndex: { } index } =>
            new ModelEvent.ReasoningTextDelta(delta, index),
        StreamEventKind.ReasoningSummaryPartAdded when envelope.SummaryIndex is { } index => new ModelEvent.ReasoningSummaryPartAdded(index),
        StreamEventKind.CustomToolCallInputDelta when envelope.Delta is { } delta && (envelope.ItemId ?? envelope.CallId) is { } id =>
            new ModelEvent.CustomToolCallInputDelta(id, envelope.CallId, delta),
        StreamEventKind.OutputItemDone => ReadItem(json[envelope.Item]) is { } item ? new ModelEvent.OutputItemDone(item) : null,
        StreamEventKind.OutputItemAdded => ReadItem(json[envelope.Item]) is { } item ? new ModelEvent.OutputItemAdded(item) : null,
        StreamEventKind.Created when !json[envelope.Response].IsEmpty => new ModelEvent.Created(),
        StreamEventKind.Completed when !json[envelope.Response].IsEmpty => ReadCompleted(json[envelope.Response]),
        StreamEventKind.Failed => Fail(FailedResponse.ToException(json[envelope.Response])),
        StreamEventKind.Incomplete => Fail(FailedResponse.Incomplete(json[envelope.Response])),
        _ => null,
    };

    private static ResponseItem? ReadItem(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
            return null;
        try
        {
            var reader = new Utf8JsonReader(json);
            return ResponseItemReader.Read(ref reader);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            // 0.136: an item that cannot be read is passed over, not an error.
            return null;
        }
    }

    private ModelEvent? ReadCompleted(ReadOnlySpan<byte> response)
    {
        try
        {
            return CompletedResponse.Read(response);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return Fail(ModelErrors.Stream($"failed to parse ResponseCompleted: {exception.Message}"));
        }
    }

    private ModelEvent? Fail(ModelException failure)
    {
        Failure = failure;
        return null;
    }
}
