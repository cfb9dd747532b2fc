using System.Text.Json.Serialization;

namespace Codex.Protocol.Accounting;

/// <summary>Usage of the thread so far and of its last request.</summary>
public sealed record TokenUsageInfo(
    TokenUsage TotalTokenUsage,
    TokenUsage LastTokenUsage,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? ModelContextWindow);
