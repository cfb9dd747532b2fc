using System.Text.Json.Serialization;
using Codex.Protocol.Accounting;

namespace Codex.Protocol.Events;

/// <summary>Tokens and limits after a sampling request.</summary>
public sealed record TokenCountEvent(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] TokenUsageInfo? Info,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] RateLimitSnapshot? RateLimits) : EventMsg;
