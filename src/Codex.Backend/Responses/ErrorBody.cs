using System.Text.Json;

namespace Codex.Backend.Responses;

/// <summary>The <c>error</c> object of an answer or of a failed response.</summary>
internal sealed record ErrorBody(string? Type, string? Code, string? Message, string? PlanType, long? ResetsAt)
{
    /// <summary>Reads the object out of <c>{"error":…}</c>; null when there is none or a member is of the wrong kind.</summary>
    public static ErrorBody? Find(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.Member("error") is { ValueKind: JsonValueKind.Object } error ? Read(error) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ErrorBody? Read(JsonElement error)
    {
        var resets = error.Member("resets_at");
        long? resetsAt = resets is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var seconds) ? seconds : null;
        return new ErrorBody(
            error.Member("type")?.Text(), error.Member("code")?.Text(), error.Member("message")?.Text(), error.Member("plan_type")?.Text(), resetsAt);
    }
}
