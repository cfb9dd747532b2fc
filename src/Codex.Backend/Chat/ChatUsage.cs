using System.Text.Json;
using Codex.Backend.Responses;
using Codex.Protocol.Accounting;

namespace Codex.Backend.Chat;

/// <summary>The tokens of a completion.</summary>
internal static class ChatUsage
{
    /// <summary>Reads <c>usage</c>; what is not told is zero.</summary>
    public static TokenUsage Read(JsonElement usage)
    {
        var (input, output) = (Number(usage, "prompt_tokens"), Number(usage, "completion_tokens"));
        var total = Number(usage, "total_tokens");
        return new TokenUsage
        {
            InputTokens = input,
            CachedInputTokens = Detail(usage, "prompt_tokens_details", "cached_tokens"),
            OutputTokens = output,
            ReasoningOutputTokens = Detail(usage, "completion_tokens_details", "reasoning_tokens"),
            TotalTokens = total == 0 ? input + output : total,
        };
    }

    private static long Detail(JsonElement usage, string details, string name) =>
        usage.Member(details) is { ValueKind: JsonValueKind.Object } found ? Number(found, name) : 0;

    private static long Number(JsonElement parent, string name) =>
        parent.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : 0;
}
