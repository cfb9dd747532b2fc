namespace Codex.Backend.Models;

/// <summary>One reasoning effort that a model offers.</summary>
/// <param name="Effort">The wire value.</param>
/// <param name="Description">One line for pickers.</param>
public sealed record ReasoningPreset(string Effort, string Description);
