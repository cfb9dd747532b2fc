namespace Codex.Backend.Models;

/// <summary>A way of working together that users can switch to (<c>codex-rs/models-manager/src/collaboration_mode_presets.rs</c>).</summary>
/// <param name="Name">Name that users read.</param>
/// <param name="Mode">The wire value.</param>
/// <param name="ReasoningEffort">The effort it works with; null keeps the user's.</param>
/// <param name="DeveloperInstructions">What the model is told.</param>
public sealed record CollaborationPreset(string Name, string Mode, string? ReasoningEffort, string DeveloperInstructions);
