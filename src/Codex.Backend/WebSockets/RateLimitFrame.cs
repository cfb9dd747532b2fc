using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Protocol.Accounting;

namespace Codex.Backend.WebSockets;

/// <summary>The account's limits as a frame (<c>codex-rs/codex-api/src/rate_limits.rs</c>).</summary>
internal static class RateLimitFrame
{
    private static ReadOnlySpan<byte> Marker => "\"codex.rate_limits\""u8;

    /// <summary>Whether a frame may be one.</summary>
    public static bool IsOne(ReadOnlySpan<byte> json) => json.IndexOf(Marker) >= 0 && Type(json) == "codex.rate_limits";

    /// <summary>The limits; null when the frame is not whole.</summary>
    public static RateLimitSnapshot? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static string? Type(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.Member("type")?.Text();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RateLimitSnapshot Read(JsonElement frame)
    {
        var limits = Present(frame, "rate_limits");
        return new RateLimitSnapshot
        {
            LimitId = Id(Present(frame, "metered_limit_name")?.GetString() ?? Present(frame, "limit_name")?.GetString() ?? "codex"),
            Primary = Window(limits, "primary"),
            Secondary = Window(limits, "secondary"),
            Credits = Present(frame, "credits") is { } credits ? Credits(credits) : null,
            PlanType = Present(frame, "plan_type")?.GetString(),
        };
    }

    private static RateLimitWindow? Window(JsonElement? limits, string name) => limits is { } all && Present(all, name) is { } window
        ? new RateLimitWindow(
            window.GetProperty("used_percent").GetDouble(), Present(window, "window_minutes")?.GetInt64(), Present(window, "reset_at")?.GetInt64())
        : null;

    private static CreditsSnapshot Credits(JsonElement credits) => new(
        credits.GetProperty("has_credits").GetBoolean(), credits.GetProperty("unlimited").GetBoolean(), Present(credits, "balance")?.GetString());

    private static JsonElement? Present(JsonElement parent, string name) =>
        parent.Member(name) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    private static string Id(string name) => name.Trim().ToLowerInvariant().Replace('-', '_');
}
