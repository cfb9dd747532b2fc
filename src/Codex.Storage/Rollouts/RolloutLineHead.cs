using System.Text.Json;

namespace Codex.Storage.Rollouts;

/// <summary>Tells what a line is without parsing it, when it is written the way both programs write it.</summary>
internal static class RolloutLineHead
{
    private static ReadOnlySpan<byte> TimestampStart => "{\"timestamp\":\""u8;

    private static ReadOnlySpan<byte> TypeStart => "\",\"type\":\""u8;

    private static ReadOnlySpan<byte> PayloadStart => "\",\"payload\":"u8;

    private static ReadOnlySpan<byte> PayloadTypeStart => "{\"type\":\""u8;

    /// <summary>Splits a line into its type and the bytes of its payload.</summary>
    /// <exception cref="JsonException">The line is not JSON.</exception>
    public static bool TryRead(ReadOnlySpan<byte> line, out RolloutLineType type, out ReadOnlySpan<byte> payload) =>
        TryReadCanonical(line, out type, out payload) || TryReadAny(line, out type, out payload);

    /// <summary>Whether a payload's own <c>type</c>, written first, is the given one.</summary>
    public static bool PayloadIs(ReadOnlySpan<byte> payload, ReadOnlySpan<byte> type) =>
        payload.StartsWith(PayloadTypeStart)
        && payload[PayloadTypeStart.Length..].StartsWith(type)
        && payload.Length > PayloadTypeStart.Length + type.Length
        && payload[PayloadTypeStart.Length + type.Length] == (byte)'"';

    private static bool TryReadCanonical(ReadOnlySpan<byte> line, out RolloutLineType type, out ReadOnlySpan<byte> payload)
    {
        type = RolloutLineType.Unknown;
        payload = default;
        if (!line.StartsWith(TimestampStart) || line[^1] != (byte)'}')
            return false;
        var rest = line[TimestampStart.Length..];
        var quote = rest.IndexOf((byte)'"');
        if (quote < 0 || !rest[quote..].StartsWith(TypeStart))
            return false;
        rest = rest[(quote + TypeStart.Length)..];
        quote = rest.IndexOf((byte)'"');
        if (quote < 0 || !rest[quote..].StartsWith(PayloadStart))
            return false;
        type = TypeOf(rest[..quote]);
        payload = rest[(quote + PayloadStart.Length)..^1];
        return true;
    }

    private static bool TryReadAny(ReadOnlySpan<byte> line, out RolloutLineType type, out ReadOnlySpan<byte> payload)
    {
        type = RolloutLineType.Unknown;
        payload = default;
        var reader = new Utf8JsonReader(line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        var hasType = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isPayload = reader.ValueTextEquals("payload"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            if (isType && reader.TokenType == JsonTokenType.String)
            {
                type = TypeOf(reader.ValueSpan);
                hasType = true;
            }

            reader.Skip();
            if (isPayload)
                payload = line[start..(int)reader.BytesConsumed];
        }

        return hasType && !payload.IsEmpty;
    }

    private static RolloutLineType TypeOf(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("response_item"u8))
            return RolloutLineType.ResponseItem;
        if (name.SequenceEqual("event_msg"u8))
            return RolloutLineType.EventMessage;
        if (name.SequenceEqual("turn_context"u8))
            return RolloutLineType.TurnContext;
        if (name.SequenceEqual("compacted"u8))
            return RolloutLineType.Compacted;
        return name.SequenceEqual("session_meta"u8) ? RolloutLineType.SessionMeta : RolloutLineType.Unknown;
    }
}
