using System.Text.Json.Serialization;

namespace Codex.Protocol.Rollouts;

/// <summary>Settings of a collaboration mode.</summary>
public sealed record CollaborationSettings(
    string Model,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? ReasoningEffort,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? DeveloperInstructions);
