using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Modes;

/// <summary>A way of working together that users can switch to; null members keep what the thread has.</summary>
/// <param name="Name">Name that users read.</param>
/// <param name="Mode">The mode.</param>
/// <param name="Model">Model slug.</param>
/// <param name="ReasoningEffort">Reasoning effort.</param>
public sealed record CollaborationModeMask(
    string Name, string? Mode, string? Model, [property: JsonPropertyName("reasoning_effort")] string? ReasoningEffort);
