using System.Text;
using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Protocol.Accounting;
using Codex.Protocol.Items;

namespace Codex.Backend.Chat;

/// <summary>Turns the chunks of a streamed completion into model events.</summary>
internal sealed class ChatStreamReader(ChatTools tools) : IStreamReader
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _reasoning = new();
    private readonly ChatCallAssembly _calls = new(tools);
    private TokenUsage? _usage;
    private string? _id;
    private bool _hasFinished;
    private bool _hasCompleted;

    /// <inheritdoc/>
    public ModelException? Failure { get; private set; }

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<byte> data, List<ModelEvent> output)
    {
        if (data.SequenceEqual("[DONE]"u8))
        {
            Complete(output);
            return;
        }

        try
        {
            var reader = new Utf8JsonReader(data);
            using var document = JsonDocument.ParseValue(ref reader);
            Read(document.RootElement, data, output);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // As with other streams: a line that cannot be read is passed over.
        }
    }

    /// <inheritdoc/>
    public void End(List<ModelEvent> output)
    {
        // Not every server says goodbye; a reason for the end is enough.
        if (_hasFinished)
            Complete(output);
    }

    private void Read(JsonElement chunk, ReadOnlySpan<byte> data, List<ModelEvent> output)
    {
        if (chunk.Member("error") is { ValueKind: JsonValueKind.Object })
        {
            Failure = FailedResponse.ToException(data);
            return;
        }

        if (_id is null)
        {
            _id = chunk.Member("id")?.Text() ?? "";
            output.Add(new ModelEvent.Created());
        }

        if (chunk.Member("usage") is { ValueKind: JsonValueKind.Object } usage)
            _usage = ChatUsage.Read(usage);
        if (chunk.Member("choices") is { ValueKind: JsonValueKind.Array } choices && choices.GetArrayLength() > 0)
            ReadChoice(choices[0], output);
    }

    private void ReadChoice(JsonElement choice, List<ModelEvent> output)
    {
        if (choice.Member("delta") is { ValueKind: JsonValueKind.Object } delta)
        {
            AddReasoning(delta.Member("reasoning_content")?.Text() ?? delta.Member("reasoning")?.Text(), output);
            AddText(delta.Member("content")?.Text(), output);
            if (delta.Member("tool_calls") is { ValueKind: JsonValueKind.Array } calls)
                _calls.Add(calls);
        }

        if (choice.Member("finish_reason")?.Text() is { } reason)
            Finish(reason, output);
    }

    private void AddReasoning(string? delta, List<ModelEvent> output)
    {
        if (string.IsNullOrEmpty(delta))
            return;
        if (_reasoning.Length == 0)
            output.Add(new ModelEvent.OutputItemAdded(new ReasoningItem([], null, null) { Id = $"{_id}_reasoning" }));
        _reasoning.Append(delta);
        output.Add(new ModelEvent.ReasoningTextDelta(delta, 0));
    }

    private void AddText(string? delta, List<ModelEvent> output)
    {
        if (string.IsNullOrEmpty(delta))
            return;
        FinishReasoning(output);
        if (_text.Length == 0)
            output.Add(new ModelEvent.OutputItemAdded(new MessageItem("assistant", []) { Id = $"{_id}_message" }));
        _text.Append(delta);
        output.Add(new ModelEvent.OutputTextDelta(delta));
    }

    private void Finish(string reason, List<ModelEvent> output)
    {
        if (reason is "length" or "content_filter")
        {
            Failure = ModelErrors.Stream($"Incomplete response returned, reason: {(reason == "length" ? "max_output_tokens" : reason)}");
            return;
        }

        if (_hasFinished)
            return;
        _hasFinished = true;
        FinishReasoning(output);
        if (_text.Length > 0)
            output.Add(new ModelEvent.OutputItemDone(MessageItem.OfText("assistant", _text.ToString()) with { Id = $"{_id}_message" }));
        foreach (var call in _calls.Finish(_id ?? ""))
            output.Add(new ModelEvent.OutputItemDone(call));
    }

    private void FinishReasoning(List<ModelEvent> output)
    {
        if (_reasoning.Length == 0)
            return;
        var item = new ReasoningItem([], [new ReasoningContent(true, _reasoning.ToString())], null) { Id = $"{_id}_reasoning" };
        output.Add(new ModelEvent.OutputItemDone(item));
        _reasoning.Clear();
    }

    // A stream that says it is done without a reason has still said everything; one that failed has not.
    private void Complete(List<ModelEvent> output)
    {
        if (Failure is not null || _hasCompleted)
            return;
        Finish("stop", output);
        _hasCompleted = true;
        output.Add(new ModelEvent.Completed(_id ?? "", _usage, EndTurn: null));
    }
}
