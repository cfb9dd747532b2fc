using System.Text.Json;
using Codex.AppServer.Protocol.Items;

namespace Codex.Exec.ThreadEvents;

/// <summary>Writes calls of MCP tools.</summary>
internal static class McpItemWriter
{
    public static void Write(Utf8JsonWriter json, McpToolCallThreadItem call)
    {
        json.WriteString("server"u8, call.Server);
        json.WriteString("tool"u8, call.Tool);
        json.WritePropertyName("arguments"u8);
        WriteOrNull(json, call.Arguments);
        json.WritePropertyName("result"u8);
        WriteResult(json, call.Result);
        json.WritePropertyName("error"u8);
        WriteError(json, call.Error);
        json.WriteString("status"u8, ItemWriter.Status(call.Status));
    }

    private static void WriteResult(Utf8JsonWriter json, McpToolCallResult? result)
    {
        if (result is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteStartArray("content"u8);
        foreach (var part in result.Content)
            part.WriteTo(json);
        json.WriteEndArray();
        if (result.Meta is { } meta)
        {
            json.WritePropertyName("_meta"u8);
            meta.WriteTo(json);
        }

        json.WritePropertyName("structured_content"u8);
        WriteOrNull(json, result.StructuredContent);
        json.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter json, McpToolCallError? error)
    {
        if (error is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("message"u8, error.Message);
        json.WriteEndObject();
    }

    private static void WriteOrNull(Utf8JsonWriter json, JsonElement? element)
    {
        if (element is { ValueKind: not JsonValueKind.Undefined } value)
            value.WriteTo(json);
        else
            json.WriteNullValue();
    }
}
