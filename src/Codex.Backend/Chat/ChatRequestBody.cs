using System.Buffers;
using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Formats.Json;

namespace Codex.Backend.Chat;

/// <summary>The body of a Chat Completions request.</summary>
internal static class ChatRequestBody
{
    /// <summary>Translates a request.</summary>
    public static ReadOnlyMemory<byte> Write(ModelRequest request, ChatTools tools)
    {
        var output = new ArrayBufferWriter<byte>(16 * 1024);
        using (var writer = new Utf8JsonWriter(output, JsonFormat.Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("model"u8, request.Model);
            WriteMessages(writer, request);
            if (tools.Count > 0)
                WriteTools(writer, request, tools);
            WriteSettings(writer, request);
            writer.WriteBoolean("stream"u8, true);
            writer.WriteStartObject("stream_options"u8);
            writer.WriteBoolean("include_usage"u8, true);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return output.WrittenMemory;
    }

    private static void WriteMessages(Utf8JsonWriter writer, ModelRequest request)
    {
        writer.WriteStartArray("messages"u8);
        foreach (var message in ChatConversation.Translate(request.Instructions, request.Input))
            message.Write(writer);
        writer.WriteEndArray();
    }

    private static void WriteTools(Utf8JsonWriter writer, ModelRequest request, ChatTools tools)
    {
        tools.Write(writer);
        writer.WriteString("tool_choice"u8, "auto"u8);
        writer.WriteBoolean("parallel_tool_calls"u8, request.ParallelToolCalls);
    }

    private static void WriteSettings(Utf8JsonWriter writer, ModelRequest request)
    {
        if (request.Reasoning?.Effort is { } effort)
            writer.WriteString("reasoning_effort"u8, effort);
        if (request.Text?.Verbosity is { } verbosity)
            writer.WriteString("verbosity"u8, verbosity);
        if (request.ServiceTier is { } tier)
            writer.WriteString("service_tier"u8, tier);
        if (request.Text is { OutputSchema.IsEmpty: false } text)
            WriteSchema(writer, text);
    }

    private static void WriteSchema(Utf8JsonWriter writer, TextOptions text)
    {
        writer.WriteStartObject("response_format"u8);
        writer.WriteString("type"u8, "json_schema"u8);
        writer.WriteStartObject("json_schema"u8);
        writer.WriteString("name"u8, "codex_output_schema"u8);
        writer.WriteBoolean("strict"u8, text.Strict);
        writer.WritePropertyName("schema"u8);
        writer.WriteRawValue(text.OutputSchema.Span, skipInputValidation: true);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
