using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;

namespace Codex.Protocol.Items;

/// <summary>Writes items in the field order of <c>codex-rs/protocol/src/models.rs</c>.</summary>
public static class ResponseItemWriter
{
    /// <summary>Writes one item as a JSON object.</summary>
    public static void Write(Utf8JsonWriter writer, ResponseItem item)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, item.Type);
        WriteFields(writer, item);
        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, ResponseItem item)
    {
        switch (item)
        {
            case MessageItem message: WriteMessage(writer, message); break;
            case ReasoningItem reasoning: WriteReasoning(writer, reasoning); break;
            case FunctionCallItem call: WriteFunctionCall(writer, call); break;
            case FunctionCallOutputItem output:
                writer.WriteString("call_id"u8, output.CallId);
                WriteOutput(writer, output.Output);
                break;
            case CustomToolCallItem call: WriteCustomCall(writer, call); break;
            case CustomToolCallOutputItem output:
                writer.WriteString("call_id"u8, output.CallId);
                WriteOptional(writer, "name"u8, output.Name);
                WriteOutput(writer, output.Output);
                break;
            case LocalShellCallItem call: WriteLocalShell(writer, call); break;
            case ToolSearchCallItem call: WriteToolSearch(writer, call); break;
            case ToolSearchOutputItem output: WriteToolSearchOutput(writer, output); break;
            case WebSearchCallItem call: WriteWebSearch(writer, call); break;
            case ImageGenerationCallItem call: WriteImageGeneration(writer, call); break;
            case CompactionItem compaction: writer.WriteString("encrypted_content"u8, compaction.EncryptedContent); break;
            case ContextCompactionItem compaction: WriteOptional(writer, "encrypted_content"u8, compaction.EncryptedContent); break;
            case CompactionTriggerItem or OtherItem: break;
            default: throw new UnreachableException();
        }
    }

    private static void WriteMessage(Utf8JsonWriter writer, MessageItem message)
    {
        writer.WriteString("role"u8, message.Role);
        writer.WritePropertyName("content"u8);
        WriteParts(writer, message.Content);
        WriteOptional(writer, "phase"u8, message.Phase);
    }

    private static void WriteReasoning(Utf8JsonWriter writer, ReasoningItem reasoning)
    {
        writer.WriteStartArray("summary"u8);
        foreach (var text in reasoning.Summary)
            WriteTextPart(writer, "summary_text"u8, text);
        writer.WriteEndArray();
        WriteReasoningContent(writer, reasoning.Content);
        writer.WriteString("encrypted_content"u8, reasoning.EncryptedContent);
    }

    // 0.136.0 writes null for absent content and leaves out content that has no reasoning_text part.
    private static void WriteReasoningContent(Utf8JsonWriter writer, ImmutableArray<ReasoningContent>? content)
    {
        if (content is not { } parts)
        {
            writer.WriteNull("content"u8);
            return;
        }

        if (!parts.Any(static part => part.IsReasoningText))
            return;
        writer.WriteStartArray("content"u8);
        foreach (var part in parts)
            WriteTextPart(writer, part.IsReasoningText ? "reasoning_text"u8 : "text"u8, part.Text);
        writer.WriteEndArray();
    }

    private static void WriteFunctionCall(Utf8JsonWriter writer, FunctionCallItem call)
    {
        writer.WriteString("name"u8, call.Name);
        WriteOptional(writer, "namespace"u8, call.Namespace);
        writer.WriteString("arguments"u8, call.Arguments);
        writer.WriteString("call_id"u8, call.CallId);
    }

    private static void WriteCustomCall(Utf8JsonWriter writer, CustomToolCallItem call)
    {
        WriteOptional(writer, "status"u8, call.Status);
        writer.WriteString("call_id"u8, call.CallId);
        writer.WriteString("name"u8, call.Name);
        writer.WriteString("input"u8, call.Input);
    }

    private static void WriteLocalShell(Utf8JsonWriter writer, LocalShellCallItem call)
    {
        writer.WriteString("call_id"u8, call.CallId);
        writer.WriteString("status"u8, call.Status);
        writer.WritePropertyName("action"u8);
        LocalShellActionJson.Write(writer, call.Action);
    }

    private static void WriteToolSearch(Utf8JsonWriter writer, ToolSearchCallItem call)
    {
        writer.WriteString("call_id"u8, call.CallId);
        WriteOptional(writer, "status"u8, call.Status);
        writer.WriteString("execution"u8, call.Execution);
        writer.WritePropertyName("arguments"u8);
        call.Arguments.WriteTo(writer);
    }

    private static void WriteToolSearchOutput(Utf8JsonWriter writer, ToolSearchOutputItem output)
    {
        writer.WriteString("call_id"u8, output.CallId);
        writer.WriteString("status"u8, output.Status);
        writer.WriteString("execution"u8, output.Execution);
        writer.WriteStartArray("tools"u8);
        foreach (var tool in output.Tools)
            tool.WriteTo(writer);
        writer.WriteEndArray();
    }

    private static void WriteWebSearch(Utf8JsonWriter writer, WebSearchCallItem call)
    {
        WriteOptional(writer, "status"u8, call.Status);
        if (call.Action is not { } action)
            return;
        writer.WritePropertyName("action"u8);
        WebSearchActionConverter.Write(writer, action);
    }

    private static void WriteImageGeneration(Utf8JsonWriter writer, ImageGenerationCallItem call)
    {
        writer.WriteString("id"u8, call.Id);
        writer.WriteString("status"u8, call.Status);
        WriteOptional(writer, "revised_prompt"u8, call.RevisedPrompt);
        writer.WriteString("result"u8, call.Result);
    }

    private static void WriteOutput(Utf8JsonWriter writer, ToolOutputBody output)
    {
        writer.WritePropertyName("output"u8);
        if (output.Text is { } text)
            writer.WriteStringValue(text);
        else
            WriteParts(writer, output.Parts);
    }

    private static void WriteParts(Utf8JsonWriter writer, ImmutableArray<ContentPart> parts)
    {
        writer.WriteStartArray();
        foreach (var part in parts)
            WritePart(writer, part);
        writer.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter writer, ContentPart part)
    {
        switch (part)
        {
            case InputTextPart text: WriteTextPart(writer, "input_text"u8, text.Text); break;
            case OutputTextPart text: WriteTextPart(writer, "output_text"u8, text.Text); break;
            case InputImagePart image:
                writer.WriteStartObject();
                writer.WriteString("type"u8, "input_image"u8);
                writer.WriteString("image_url"u8, image.ImageUrl);
                WriteOptional(writer, "detail"u8, image.Detail);
                writer.WriteEndObject();
                break;
            case EncryptedContentPart encrypted:
                writer.WriteStartObject();
                writer.WriteString("type"u8, "encrypted_content"u8);
                writer.WriteString("encrypted_content"u8, encrypted.EncryptedContent);
                writer.WriteEndObject();
                break;
            default: throw new UnreachableException();
        }
    }

    private static void WriteTextPart(Utf8JsonWriter writer, ReadOnlySpan<byte> type, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        writer.WriteString("text"u8, text);
        writer.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}
