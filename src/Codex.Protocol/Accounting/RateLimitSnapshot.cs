using System.Text.Json.Serialization;

namespace Codex.Protocol.Accounting;

/// <summary>Rate limits as last reported by the server; every member is written, null included.</summary>
public sealed record RateLimitSnapshot
{
    /// <summary>Which family of limits, <c>codex</c> by default.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? LimitId { get; init; }

    /// <summary>Display name of the family.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? LimitName { get; init; }

    /// <summary>The shorter window.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public RateLimitWindow? Primary { get; init; }

    /// <summary>The longer window.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public RateLimitWindow? Secondary { get; init; }

    /// <summary>Purchased credits.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public CreditsSnapshot? Credits { get; init; }

    /// <summary>Subscription plan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? PlanType { get; init; }

    /// <summary>Which limit was hit, when one was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? RateLimitReachedType { get; init; }
}
