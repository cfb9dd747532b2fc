using System.Collections.Immutable;
using System.Text.Json;

namespace Codex.Protocol.Items;

/// <summary>Reads items as sent by the server or stored in a rollout; unknown types become <see cref="OtherItem"/>.</summary>
public static class ResponseItemReader
{
    /// <summary>Reads the value the reader is on.</summary>
    /// <exception cref="JsonException">A known item lacks a required member or has one of the wrong kind.</exception>
    public static ResponseItem Read(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement);
    }

    /// <summary>Reads a parsed object.</summary>
    public static ResponseItem Read(JsonElement element)
    {
        var type = ItemJson.RequiredString(element, "type");
        return type switch
        {
            "message" => ReadMessage(element),
            "reasoning" => ReadReasoning(element),
            "function_call" => new FunctionCallItem(
                ItemJson.RequiredString(element, "name"),
                ItemJson.String(element, "namespace"),
                ItemJson.RequiredString(element, "arguments"),
                ItemJson.RequiredString(element, "call_id"))
            { Id = Id(element) },
            "function_call_output" => new FunctionCallOutputItem(ItemJson.RequiredString(element, "call_id"), ReadOutput(element)),
            "custom_tool_call" => new CustomToolCallItem(
                ItemJson.String(element, "status"),
                ItemJson.RequiredString(element, "call_id"),
                ItemJson.RequiredString(element, "name"),
                ItemJson.RequiredString(element, "input"))
            { Id = Id(element) },
            "custom_tool_call_output" => new CustomToolCallOutputItem(
                ItemJson.RequiredString(element, "call_id"), ItemJson.String(element, "name"), ReadOutput(element)),
            "local_shell_call" => new LocalShellCallItem(
                ItemJson.String(element, "call_id"), ItemJson.RequiredString(element, "status"), LocalShellActionJson.Read(element))
            { Id = Id(element) },
            "tool_search_call" => new ToolSearchCallItem(
                ItemJson.String(element, "call_id"),
                ItemJson.String(element, "status"),
                ItemJson.RequiredString(element, "execution"),
                ItemJson.Required(element, "arguments").Clone())
            { Id = Id(element) },
            "tool_search_output" => ReadToolSearchOutput(element),
            "web_search_call" => ReadWebSearch(element),
            "image_generation_call" => new ImageGenerationCallItem(
                ItemJson.RequiredString(element, "id"),
                ItemJson.RequiredString(element, "status"),
                ItemJson.String(element, "revised_prompt"),
                ItemJson.RequiredString(element, "result")),
            "compaction" or "compaction_summary" => new CompactionItem(ItemJson.RequiredString(element, "encrypted_content")),
            "compaction_trigger" => new CompactionTriggerItem(),
            "context_compaction" => new ContextCompactionItem(ItemJson.String(element, "encrypted_content")),
            _ => new OtherItem(type),
        };
    }

    private static string? Id(JsonElement element) => ItemJson.String(element, "id");

    private static MessageItem ReadMessage(JsonElement element) =>
        new(ItemJson.RequiredString(element, "role"), ReadParts(element, "content"), ItemJson.String(element, "phase"))
        {
            Id = Id(element),
        };

    private static ReasoningItem ReadReasoning(JsonElement element)
    {
        var summary = Array(element, "summary").Select(static part => ItemJson.RequiredString(part, "text"));
        ImmutableArray<ReasoningContent>? content = null;
        if (element.TryGetProperty("content", out var parts) && parts.ValueKind == JsonValueKind.Array)
            content = [.. parts.EnumerateArray().Select(ReadReasoningContent)];
        return new ReasoningItem([.. summary], content, ItemJson.String(element, "encrypted_content"))
        {
            Id = Id(element),
        };
    }

    private static ReasoningContent ReadReasoningContent(JsonElement part) =>
        new(ItemJson.RequiredString(part, "type") == "reasoning_text", ItemJson.RequiredString(part, "text"));

    private static ToolSearchOutputItem ReadToolSearchOutput(JsonElement element) =>
        new(
            ItemJson.String(element, "call_id"),
            ItemJson.RequiredString(element, "status"),
            ItemJson.RequiredString(element, "execution"),
            [.. Array(element, "tools").Select(static tool => tool.Clone())]);

    private static WebSearchCallItem ReadWebSearch(JsonElement element)
    {
        var action = element.TryGetProperty("action", out var value) && value.ValueKind != JsonValueKind.Null
            ? WebSearchActionConverter.Read(value)
            : null;
        return new WebSearchCallItem(ItemJson.String(element, "status"), action) { Id = Id(element) };
    }

    private static ToolOutputBody ReadOutput(JsonElement element)
    {
        if (!element.TryGetProperty("output", out var output))
            throw new JsonException("missing field `output`");
        return output.ValueKind switch
        {
            JsonValueKind.String => ToolOutputBody.OfText(output.GetString()!),
            JsonValueKind.Array => ToolOutputBody.OfParts(ReadParts(element, "output")),
            _ => throw new JsonException("`output` is neither a string nor a list of content items"),
        };
    }

    private static ImmutableArray<ContentPart> ReadParts(JsonElement element, string name) =>
        [.. Array(element, name).Select(ReadPart)];

    private static ContentPart ReadPart(JsonElement part) => ItemJson.RequiredString(part, "type") switch
    {
        "input_text" => new InputTextPart(ItemJson.RequiredString(part, "text")),
        "output_text" => new OutputTextPart(ItemJson.RequiredString(part, "text")),
        "input_image" => new InputImagePart(ItemJson.RequiredString(part, "image_url"), ItemJson.String(part, "detail")),
        "encrypted_content" => new EncryptedContentPart(ItemJson.RequiredString(part, "encrypted_content")),
        var type => throw new JsonException($"unknown content type `{type}`"),
    };

    private static JsonElement.ArrayEnumerator Array(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Array)
            throw new JsonException($"`{name}` is not a list");
        return value.EnumerateArray();
    }
}
