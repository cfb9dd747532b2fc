using System.Buffers;
using System.Text;
using System.Text.Json;
using Codex.Engine.Compaction;
using Codex.Formats.Json;

namespace Codex.Engine.Notifications;

/// <summary>What the program that is notified of a turn's end gets as its last argument (<c>codex-rs/hooks/src/legacy_notify.rs</c>).</summary>
internal static class TurnEndPayload
{
    /// <summary>The JSON text.</summary>
    public static string Write(Session session, string turnId, string? answer)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "agent-turn-complete"u8);
            writer.WriteString("thread-id"u8, session.ThreadId);
            writer.WriteString("turn-id"u8, turnId);
            writer.WriteString("cwd"u8, session.Options.WorkingDirectory);
            writer.WriteString("client"u8, session.Options.Originator);
            writer.WriteStartArray("input-messages"u8);
            foreach (var message in CompactedHistory.UserMessages(session.History.Items))
                writer.WriteStringValue(message);
            writer.WriteEndArray();
            writer.WriteString("last-assistant-message"u8, answer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
