using System.Text.Json;

namespace Codex.Engine.AutoReviews;

/// <summary>What the reviewer's answer has to look like; part of its requests, so it is the original's.</summary>
internal static class AssessmentSchema
{
    private const string Text =
        """
        {"type":"object","additionalProperties":false,"properties":{"risk_level":{"type":"string","enum":["low","medium","high","critical"]},"user_authorization":{"type":"string","enum":["unknown","low","medium","high"]},"outcome":{"type":"string","enum":["allow","deny"]},"rationale":{"type":"string"}},"required":["outcome"]}
        """;

    /// <summary>The schema.</summary>
    public static JsonElement Create()
    {
        using var document = JsonDocument.Parse(Text);
        return document.RootElement.Clone();
    }
}
