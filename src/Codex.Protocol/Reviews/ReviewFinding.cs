using System.Text.Json.Serialization;
using Codex.Protocol.Accounting;

namespace Codex.Protocol.Reviews;

/// <summary>One finding of a review.</summary>
public sealed record ReviewFinding
{
    /// <summary>What is wrong, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>Why, in Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>From 0 to 1.</summary>
    [JsonConverter(typeof(WireSingleConverter))]
    public required float ConfidenceScore { get; init; }

    /// <summary>From 0, the most urgent, to 3.</summary>
    public required int Priority { get; init; }

    /// <summary>Where.</summary>
    public required ReviewCodeLocation CodeLocation { get; init; }
}
