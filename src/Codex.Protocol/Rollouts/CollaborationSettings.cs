using System.Text.Json.Serialization;

namespace Codex.Protocol.Rollouts;

/// <summary>Settings of a collaboration mode. Their names are the same on every wire.</summary>
public sealed record CollaborationSettings(
    string Model,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never), JsonPropertyName("reasoning_effort")] string? ReasoningEffort,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never), JsonPropertyName("developer_instructions")] string? DeveloperInstructions);
