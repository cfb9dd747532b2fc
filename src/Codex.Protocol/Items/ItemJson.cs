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

    /// <summary>A number without sign or fraction, or null when it is absent or null.</summary>
    public static ulong? UnsignedInteger(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetUInt64(out var number)
            ? number
            : throw new JsonException($"`{name}` is not an unsigned integer");
    }

    /// <summary>A member of any kind that must be there.</summary>
    public static JsonElement Required(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value : throw new JsonException($"missing field `{name}`");

    /// <summary>A member of one kind that must be there.</summary>
    public static JsonElement Required(JsonElement element, string name, JsonValueKind kind) =>
        Required(element, name) is var value && value.ValueKind == kind ? value : throw new JsonException($"`{name}` is of another type");
}
