using System.Text.Json;
using Codex.AppServer.Protocol.Items;

namespace Codex.Exec.ThreadEvents;

/// <summary>Writes calls of multi-agent tools.</summary>
internal static class CollabItemWriter
{
    public static void Write(Utf8JsonWriter json, CollabAgentToolCallThreadItem call)
    {
        json.WriteString("tool"u8, Tool(call.Tool));
        json.WriteString("sender_thread_id"u8, call.SenderThreadId);
        json.WriteStartArray("receiver_thread_ids"u8);
        foreach (var receiver in call.ReceiverThreadIds)
            json.WriteStringValue(receiver);
        json.WriteEndArray();
        if (call.Prompt is { } prompt)
            json.WriteString("prompt"u8, prompt);
        else
            json.WriteNull("prompt"u8);
        WriteStates(json, call);
        json.WriteString("status"u8, ItemWriter.Status(call.Status));
    }

    private static void WriteStates(Utf8JsonWriter json, CollabAgentToolCallThreadItem call)
    {
        json.WriteStartObject("agents_states"u8);
        foreach (var (thread, state) in call.AgentsStates)
        {
            json.WriteStartObject(thread);
            json.WriteString("status"u8, State(state.Status));
            if (state.Message is { } message)
                json.WriteString("message"u8, message);
            else
                json.WriteNull("message"u8);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // Resuming an agent is reported as waiting for it.
    private static ReadOnlySpan<byte> Tool(string tool) => tool switch
    {
        "spawnAgent" => "spawn_agent"u8,
        "sendInput" => "send_input"u8,
        "closeAgent" => "close_agent"u8,
        _ => "wait"u8,
    };

    private static string State(string status) => status switch
    {
        "pendingInit" => "pending_init",
        "notFound" => "not_found",
        _ => status,
    };
}
