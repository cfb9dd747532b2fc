using System.Text.Json.Serialization;

namespace Codex.Protocol.Accounting;

/// <summary>State of purchased credits.</summary>
public sealed record CreditsSnapshot(
    bool HasCredits,
    bool Unlimited,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Balance);
