using System.Text.Json;

namespace Codex.Protocol.Items;

/// <summary>Small readers shared by the item converters; a member of the wrong kind is a <see cref="JsonException"/>.</summary>
internal static class ItemJson
{
    /// <summary>A string member, or null when it is absent or null.</summary>
    public static string? String(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw new JsonException($"`{name}` is not a string");
    }

    /// <summary>A string member that must be there.</summary>
    public static string RequiredString(JsonElement element, string name) =>
        String(element, name) ?? throw new JsonException($"missing field `{name}`");
}
