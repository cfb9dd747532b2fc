using System.Buffers;
using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Backend.Responses;

/// <summary>The body of <c>POST …/responses/compact</c> (<c>codex-rs/codex-api/src/common.rs</c>).</summary>
internal static class CompactionBody
{
    /// <summary>Writes it, members in the original's order.</summary>
    /// <param name="request">The request that the conversation would go out with.</param>
    /// <param name="withServiceTier">Whether the server may be asked for a tier.</param>
    public static ReadOnlyMemory<byte> Write(ModelRequest request, bool withServiceTier)
    {
        var buffer = new ArrayBufferWriter<byte>(request.Instructions.Length + request.Input.Sum(static item => item.Length) + 4096);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("model"u8, request.Model);
            WriteList(writer, "input"u8, request.Input);
            if (request.Instructions.Length > 0)
                writer.WriteString("instructions"u8, request.Instructions);
            WriteList(writer, "tools"u8, request.Tools);
            writer.WriteBoolean("parallel_tool_calls"u8, request.ParallelToolCalls);
            WriteReasoning(writer, request.Reasoning);
            WriteIfAny(writer, "service_tier"u8, withServiceTier ? request.ServiceTier : null);
            writer.WriteString("prompt_cache_key"u8, request.PromptCacheKey);
            WriteText(writer, request.Text);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteList(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<ReadOnlyMemory<byte>> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            writer.WriteRawValue(item.Span, skipInputValidation: true);
        writer.WriteEndArray();
    }

    private static void WriteReasoning(Utf8JsonWriter writer, ReasoningOptions? reasoning)
    {
        if (reasoning is null)
            return;
        writer.WriteStartObject("reasoning"u8);
        WriteIfAny(writer, "effort"u8, reasoning.Effort);
        WriteIfAny(writer, "summary"u8, reasoning.Summary);
        writer.WriteEndObject();
    }

    // An answer has no schema here.
    private static void WriteText(Utf8JsonWriter writer, TextOptions? text)
    {
        if (text?.Verbosity is null)
            return;
        writer.WriteStartObject("text"u8);
        writer.WriteString("verbosity"u8, text.Verbosity);
        writer.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}
