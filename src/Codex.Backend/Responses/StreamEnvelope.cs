using System.Text.Json;

namespace Codex.Backend.Responses;

/// <summary>
/// The members of one event that matter, found in a single pass over its bytes. Of objects only the place is kept; they are read only
/// when the kind asks for them; the whole text is known to be well-formed JSON.
/// </summary>
internal struct StreamEnvelope
{
    public StreamEventKind Kind;
    public string? Delta;
    public string? ItemId;
    public string? CallId;
    public long? SummaryIndex;
    public long? ContentIndex;
    public Range Item;
    public Range Response;
    public Range Metadata;
    public Range Headers;
    private bool _typed;

    /// <summary>Reads an event.</summary>
    /// <returns>False for what is not JSON, has no type, or has a known member of the wrong kind: such events are skipped.</returns>
    public static bool TryParse(ReadOnlySpan<byte> json, out StreamEnvelope envelope)
    {
        envelope = default;
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                envelope.ReadMember(ref reader);
            return !reader.Read() && envelope._typed;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private void ReadMember(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("delta"u8))
            Delta = ReadString(ref reader);
        else if (reader.ValueTextEquals("type"u8))
            ReadKind(ref reader);
        else if (reader.ValueTextEquals("item_id"u8))
            SkipOrKeep(ref reader, ref ItemId);
        else if (reader.ValueTextEquals("call_id"u8))
            CallId = ReadString(ref reader);
        else if (reader.ValueTextEquals("summary_index"u8))
            SummaryIndex = ReadInteger(ref reader);
        else if (reader.ValueTextEquals("content_index"u8))
            ContentIndex = ReadInteger(ref reader);
        else if (reader.ValueTextEquals("item"u8))
            Item = Slice(ref reader);
        else if (reader.ValueTextEquals("response"u8))
            Response = Slice(ref reader);
        else if (reader.ValueTextEquals("metadata"u8))
            Metadata = Slice(ref reader);
        else if (reader.ValueTextEquals("headers"u8))
            Headers = Slice(ref reader);
        else
            Skip(ref reader);
    }

    private void ReadKind(ref Utf8JsonReader reader)
    {
        reader.Read();
        _typed = reader.TokenType == JsonTokenType.String;
        Kind = KindOf(ref reader);
    }

    private static StreamEventKind KindOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped || !reader.ValueSpan.StartsWith("response."u8))
            return StreamEventKind.Unknown;
        var name = reader.ValueSpan["response.".Length..];
        return name switch
        {
            _ when name.SequenceEqual("output_text.delta"u8) => StreamEventKind.OutputTextDelta,
            _ when name.SequenceEqual("reasoning_summary_text.delta"u8) => StreamEventKind.ReasoningSummaryTextDelta,
            _ when name.SequenceEqual("reasoning_text.delta"u8) => StreamEventKind.ReasoningTextDelta,
            _ when name.SequenceEqual("custom_tool_call_input.delta"u8) => StreamEventKind.CustomToolCallInputDelta,
            _ when name.SequenceEqual("output_item.done"u8) => StreamEventKind.OutputItemDone,
            _ when name.SequenceEqual("output_item.added"u8) => StreamEventKind.OutputItemAdded,
            _ when name.SequenceEqual("reasoning_summary_part.added"u8) => StreamEventKind.ReasoningSummaryPartAdded,
            _ when name.SequenceEqual("created"u8) => StreamEventKind.Created,
            _ when name.SequenceEqual("metadata"u8) => StreamEventKind.Metadata,
            _ when name.SequenceEqual("completed"u8) => StreamEventKind.Completed,
            _ when name.SequenceEqual("failed"u8) => StreamEventKind.Failed,
            _ when name.SequenceEqual("incomplete"u8) => StreamEventKind.Incomplete,
            _ => StreamEventKind.Unknown,
        };
    }

    // Every text delta carries an item id that only one rare kind needs: no string is made for the others.
    private readonly void SkipOrKeep(ref Utf8JsonReader reader, ref string? target)
    {
        if (Kind is StreamEventKind.OutputTextDelta or StreamEventKind.ReasoningSummaryTextDelta or StreamEventKind.ReasoningTextDelta)
            Skip(ref reader);
        else
            target = ReadString(ref reader);
    }

    private static string? ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    private static long? ReadInteger(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : reader.GetInt64();
    }

    private static Range Slice(ref Utf8JsonReader reader)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return reader.TokenType == JsonTokenType.Null ? default : start..(int)reader.BytesConsumed;
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}
