using System.Text.Json;

namespace Codex.Backend.Responses;

/// <summary>Maps <c>response.failed</c> and <c>response.incomplete</c> to errors.</summary>
internal static class FailedResponse
{
    /// <summary>The error of a failed response.</summary>
    public static ModelException ToException(ReadOnlySpan<byte> response)
    {
        if (ErrorBody.Find(response) is not { } error)
            return ModelErrors.Stream("response.failed event received");
        return error.Code switch
        {
            "context_length_exceeded" => ModelErrors.ContextWindow(),
            "insufficient_quota" => ModelErrors.Quota(),
            "usage_not_included" => ModelErrors.UsageNotIncluded(),
            "cyber_policy" => ModelErrors.CyberPolicy(error.Message),
            "invalid_prompt" => ModelErrors.InvalidRequest(error.Message ?? "Invalid request."),
            "server_is_overloaded" or "slow_down" => ModelErrors.Overloaded(),
            "rate_limit_exceeded" => ModelErrors.Stream(error.Message ?? "", RetryHint.Find(error.Message)),
            _ => ModelErrors.Stream(error.Message ?? ""),
        };
    }

    /// <summary>The error of a response that the server cut short.</summary>
    public static ModelException Incomplete(ReadOnlySpan<byte> response) =>
        ModelErrors.Stream($"Incomplete response returned, reason: {Reason(response) ?? "unknown"}");

    private static string? Reason(ReadOnlySpan<byte> response)
    {
        if (response.IsEmpty)
            return null;
        var reader = new Utf8JsonReader(response);
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement.Member("incomplete_details")?.Member("reason")?.Text();
    }
}
