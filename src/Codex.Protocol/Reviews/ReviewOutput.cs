using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Codex.Protocol.Accounting;

namespace Codex.Protocol.Reviews;

/// <summary>What a reviewer found (<c>ReviewOutputEvent</c>). All members are required when it is read.</summary>
public sealed record ReviewOutput
{
    /// <summary>The findings, in the reviewer's order.</summary>
    public required ImmutableArray<ReviewFinding> Findings { get; init; }

    /// <summary><c>patch is correct</c> or <c>patch is incorrect</c>; empty when the reviewer did not say.</summary>
    public required string OverallCorrectness { get; init; }

    /// <summary>The verdict in a few sentences.</summary>
    public required string OverallExplanation { get; init; }

    /// <summary>From 0 to 1.</summary>
    [JsonConverter(typeof(WireSingleConverter))]
    public required float OverallConfidenceScore { get; init; }
}
