using System.Text.Json;

namespace Codex.Backend.Responses;

/// <summary>Finds the answering model in the headers that an event repeats.</summary>
internal static class ServerModelReader
{
    /// <summary>From <c>response.headers</c>.</summary>
    public static string? FromResponse(ReadOnlySpan<byte> response)
    {
        // Almost no response object has headers; most are large.
        if (response.IndexOf("\"headers\""u8) < 0)
            return null;
        var reader = new Utf8JsonReader(response);
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.Member("headers") is { } headers ? FromHeaders(headers) : null;
    }

    /// <summary>From an object of headers.</summary>
    public static string? FromHeaders(ReadOnlySpan<byte> headers)
    {
        if (headers.IsEmpty)
            return null;
        var reader = new Utf8JsonReader(headers);
        using var document = JsonDocument.ParseValue(ref reader);
        return FromHeaders(document.RootElement);
    }

    private static string? FromHeaders(JsonElement headers)
    {
        if (headers.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var header in headers.EnumerateObject())
        {
            if (IsModel(header.Name) && Value(header.Value) is { } model)
                return model;
        }

        return null;
    }

    private static bool IsModel(string name) =>
        name.Equals("openai-model", StringComparison.OrdinalIgnoreCase) || name.Equals("x-openai-model", StringComparison.OrdinalIgnoreCase);

    private static string? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array when value.GetArrayLength() > 0 => Value(value[0]),
        _ => null,
    };
}
