using System.Text.Json;
using Codex.Protocol;
using Codex.Protocol.Reviews;

namespace Codex.Engine.Reviews;

/// <summary>Reads what a reviewer answered: JSON, JSON among other words, or just words.</summary>
internal static class ReviewAnswer
{
    /// <summary>The answer; words that hold no findings become its explanation.</summary>
    public static ReviewOutput Parse(string text)
    {
        if (TryParse(text) is { } output)
            return output;
        var (start, end) = (text.IndexOf('{'), text.LastIndexOf('}'));
        if (start >= 0 && start < end && TryParse(text[start..(end + 1)]) is { } inner)
            return inner;
        return new ReviewOutput { Findings = [], OverallCorrectness = "", OverallExplanation = text, OverallConfidenceScore = 0 };
    }

    private static ReviewOutput? TryParse(string text)
    {
        try
        {
            var output = JsonSerializer.Deserialize(text, EngineJson.Default.ReviewOutput);
            return IsWhole(output) ? output : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // JSON null passes for a text; the original does not take it.
    private static bool IsWhole(ReviewOutput? output) =>
        output is { OverallCorrectness: not null, OverallExplanation: not null, Findings.IsDefault: false }
        && output.Findings.All(static finding => finding is
        {
            Title: not null,
            Body: not null,
            CodeLocation: { AbsoluteFilePath: not null, LineRange: not null },
        });
}
