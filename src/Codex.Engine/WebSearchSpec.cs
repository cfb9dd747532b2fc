using System.Buffers;
using System.Text.Json;
using Codex.Formats.Json;
using Codex.Tools;

namespace Codex.Engine;

/// <summary>The specification of the hosted web search.</summary>
internal static class WebSearchSpec
{
    /// <summary>The specification, or null when searching is off.</summary>
    public static ToolSpec? Create(string mode, WebSearchOptions options, bool withImages)
    {
        if (mode == "disabled")
            return null;
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, "web_search"u8);
            writer.WriteBoolean("external_web_access"u8, mode == "live");
            WriteFilters(writer, options);
            WriteLocation(writer, options);
            if (options.ContextSize is { } size)
                writer.WriteString("search_context_size"u8, size);
            if (withImages)
                WriteContentTypes(writer);
            writer.WriteEndObject();
        }

        return new ToolSpec(buffer.WrittenMemory);
    }

    private static void WriteFilters(Utf8JsonWriter writer, WebSearchOptions options)
    {
        if (options.AllowedDomains is not { } domains)
            return;
        writer.WriteStartObject("filters"u8);
        writer.WriteStartArray("allowed_domains"u8);
        foreach (var domain in domains)
            writer.WriteStringValue(domain);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter writer, WebSearchOptions options)
    {
        if (!options.HasLocation)
            return;
        writer.WriteStartObject("user_location"u8);
        writer.WriteString("type"u8, "approximate"u8);
        WriteOptional(writer, "country"u8, options.Country);
        WriteOptional(writer, "region"u8, options.Region);
        WriteOptional(writer, "city"u8, options.City);
        WriteOptional(writer, "timezone"u8, options.Timezone);
        writer.WriteEndObject();
    }

    private static void WriteContentTypes(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("search_content_types"u8);
        writer.WriteStringValue("text"u8);
        writer.WriteStringValue("image"u8);
        writer.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }
}
