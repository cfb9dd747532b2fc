using System.Text.Json;

namespace Codex.Backend.Responses;

/// <summary>Forgiving access to members of foreign JSON.</summary>
internal static class JsonElementExtensions
{
    /// <summary>A member of an object; null when this is no object or has no such member, or when it is null.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    /// <summary>The text of a string; null for every other kind.</summary>
    public static string? Text(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString() : null;
}
