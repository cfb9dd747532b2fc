using System.Buffers;
using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Formats.Json;

namespace Codex.Backend.Replay;

/// <summary>Reduces an event to what a replay needs: no account data that servers repeat, no encrypted reasoning.</summary>
internal static class RecordedEvent
{
    /// <summary>The reduced JSON, or null for events that mean nothing to a client.</summary>
    public static byte[]? Reduce(ReadOnlyMemory<byte> json)
    {
        if (!StreamEnvelope.TryParse(json.Span, out var envelope) || envelope.Kind is StreamEventKind.Unknown or StreamEventKind.Metadata)
            return null;
        using var document = JsonDocument.Parse(json);
        var buffer = new ArrayBufferWriter<byte>(json.Length);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
            Write(writer, document.RootElement);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject())
        {
            if (member.NameEquals("response"u8) && member.Value.ValueKind == JsonValueKind.Object)
                WriteResponse(writer, member.Value);
            else if (IsKept(member.Name))
                WriteMember(writer, member);
        }

        writer.WriteEndObject();
    }

    private static bool IsKept(string name) => name is
        "type" or "item" or "item_id" or "call_id" or "delta" or "summary_index" or "content_index" or "output_index";

    private static void WriteResponse(Utf8JsonWriter writer, JsonElement response)
    {
        writer.WriteStartObject("response"u8);
        foreach (var member in response.EnumerateObject())
        {
            if (member.Name is "id" or "status" or "usage" or "end_turn" or "error" or "incomplete_details")
                member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter writer, JsonProperty member)
    {
        writer.WritePropertyName(member.Name);
        if (member.Value.ValueKind == JsonValueKind.Object)
            WriteItem(writer, member.Value);
        else
            member.Value.WriteTo(writer);
    }

    private static void WriteItem(Utf8JsonWriter writer, JsonElement item)
    {
        writer.WriteStartObject();
        foreach (var member in item.EnumerateObject())
        {
            if (member.NameEquals("encrypted_content"u8) && member.Value.ValueKind == JsonValueKind.String)
                writer.WriteString("encrypted_content"u8, "recorded"u8);
            else
                member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
