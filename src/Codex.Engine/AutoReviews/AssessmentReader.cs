using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Codex.Formats.Json.Shapes;
using Codex.Protocol.AutoReviews;

namespace Codex.Engine.AutoReviews;

/// <summary>
/// Reads what a reviewer answered (<c>codex-rs/core/src/guardian/prompt.rs</c>). A no is understood among other words, a yes only where
/// it is the whole answer: a reviewer may quote what it was shown.
/// </summary>
internal static class AssessmentReader
{
    private const string NoPayload = "guardian review completed without an assessment payload";
    private const string NoJson = "guardian assessment was not valid JSON";

    private static readonly JsonShape s_shape = JsonShape.RecordOf(
        "GuardianAssessmentPayload",
        new("risk_level", JsonShape.OneOf("low", "medium", "high", "critical"), JsonFieldPresence.Nullable),
        new("user_authorization", JsonShape.OneOf("unknown", "low", "medium", "high"), JsonFieldPresence.Nullable),
        new("outcome", JsonShape.OneOf("allow", "deny")),
        new("rationale", JsonShape.Text, JsonFieldPresence.Nullable));

    /// <summary>Reads an answer.</summary>
    /// <param name="answer">The reviewer's last words; null when it said none.</param>
    /// <param name="assessment">The verdict.</param>
    /// <param name="problem">Why there is none.</param>
    public static bool TryRead(string? answer, [NotNullWhen(true)] out Assessment? assessment, [NotNullWhen(false)] out string? problem)
    {
        assessment = null;
        if (answer is null)
        {
            problem = NoPayload;
            return false;
        }

        if (JsonShapeCheck.TryParse(answer, s_shape, out var whole, out problem))
        {
            assessment = Read(whole);
            return true;
        }

        var (start, end) = (answer.IndexOf('{'), answer.LastIndexOf('}'));
        if (start < 0 || start >= end)
        {
            problem = NoJson;
            return false;
        }

        if (!JsonShapeCheck.TryParse(answer[start..(end + 1)], s_shape, out var part, out problem))
            return false;
        assessment = Read(part);
        if (!assessment.IsAllowed || IsFence(answer.AsSpan(0, start), answer.AsSpan(end + 1)))
            return true;
        (assessment, problem) = (null, NoJson);
        return false;
    }

    private static bool IsFence(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before.Trim() is "" or "```" or "```json" && after.Trim() is "" or "```";

    private static Assessment Read(JsonElement payload)
    {
        var isAllowed = payload.GetProperty("outcome").GetString() is "allow";
        return new Assessment(isAllowed, Risk(Text(payload, "risk_level"), isAllowed), Authorization(Text(payload, "user_authorization")), Rationale(payload, isAllowed));
    }

    private static RiskLevel Risk(string? word, bool isAllowed) => word switch
    {
        "low" => RiskLevel.Low,
        "medium" => RiskLevel.Medium,
        "high" => RiskLevel.High,
        "critical" => RiskLevel.Critical,
        _ => isAllowed ? RiskLevel.Low : RiskLevel.High,
    };

    private static UserAuthorization Authorization(string? word) => word switch
    {
        "low" => UserAuthorization.Low,
        "medium" => UserAuthorization.Medium,
        "high" => UserAuthorization.High,
        _ => UserAuthorization.Unknown,
    };

    private static string Rationale(JsonElement payload, bool isAllowed) => Text(payload, "rationale") is { } said && !string.IsNullOrWhiteSpace(said)
        ? said
        : isAllowed ? "Auto-review returned a low-risk allow decision." : "Auto-review returned a deny decision without a rationale.";

    private static string? Text(JsonElement payload, string name) =>
        payload.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
