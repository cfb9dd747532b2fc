using System.Text.Json;

namespace Codex.Protocol.Permissions;

/// <summary>Typed access to the members of an object; every wrong shape is a <see cref="JsonException"/>.</summary>
internal static class JsonElementReading
{
    public static JsonElement Required(this JsonElement element, string name) =>
        element.Optional(name) ?? throw new JsonException($"missing field `{name}`");

    /// <summary>The member, or null when it is absent or null.</summary>
    public static JsonElement? Optional(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"expected an object with field `{name}`");
        }

        return element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
    }

    public static string RequiredText(this JsonElement element, string name) => element.Required(name).Text();

    public static string? OptionalText(this JsonElement element, string name) => element.Optional(name)?.Text();

    public static bool Flag(this JsonElement element, string name) => element.Optional(name)?.Flag() ?? false;

    public static bool Flag(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new JsonException("expected a boolean"),
    };

    public static int? OptionalCount(this JsonElement element, string name)
    {
        if (element.Optional(name) is not { } member)
        {
            return null;
        }

        return member.ValueKind == JsonValueKind.Number && member.TryGetInt32(out var count) && count >= 0
            ? count
            : throw new JsonException($"expected a count in `{name}`");
    }

    public static string Text(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : throw new JsonException("expected a string");

    public static IReadOnlyList<T> List<T>(this JsonElement element, Func<JsonElement, T> read)
        where T : class
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("expected an array");
        }

        var list = new List<T>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
        {
            list.Add(read(item));
        }

        return list;
    }

    public static JsonException UnknownVariant(string? text) => new($"unknown variant `{text}`");
}
