using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Codex.Protocol.Items;

/// <summary>Wire form of <see cref="WebSearchAction"/>; unknown kinds become <c>other</c>.</summary>
public sealed class WebSearchActionConverter : JsonConverter<WebSearchAction>
{
    /// <inheritdoc/>
    public override WebSearchAction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, WebSearchAction value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>Reads an action from a parsed object.</summary>
    public static WebSearchAction Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new JsonException("`action` is not an object");
        var type = ItemJson.RequiredString(element, "type");
        return type switch
        {
            "search" => new WebSearchAction(type, ItemJson.String(element, "query"), Queries(element)),
            "open_page" => new WebSearchAction(type, Url: ItemJson.String(element, "url")),
            "find_in_page" => new WebSearchAction(type, Url: ItemJson.String(element, "url"), Pattern: ItemJson.String(element, "pattern")),
            _ => new WebSearchAction("other"),
        };
    }

    /// <summary>Writes the action; absent members are left out.</summary>
    public static void Write(Utf8JsonWriter writer, WebSearchAction action)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, action.Type);
        if (action.Query is { } query)
            writer.WriteString("query"u8, query);
        if (action.Queries is { } queries)
        {
            writer.WriteStartArray("queries"u8);
            foreach (var text in queries)
                writer.WriteStringValue(text);
            writer.WriteEndArray();
        }

        if (action.Url is { } url)
            writer.WriteString("url"u8, url);
        if (action.Pattern is { } pattern)
            writer.WriteString("pattern"u8, pattern);
        writer.WriteEndObject();
    }

    private static ImmutableArray<string>? Queries(JsonElement element)
    {
        if (!element.TryGetProperty("queries", out var queries) || queries.ValueKind == JsonValueKind.Null)
            return null;
        if (queries.ValueKind != JsonValueKind.Array)
            throw new JsonException("`queries` is not a list");
        return [.. queries.EnumerateArray().Select(static query =>
            query.ValueKind == JsonValueKind.String ? query.GetString()! : throw new JsonException("`queries` has something else than a string"))];
    }
}
