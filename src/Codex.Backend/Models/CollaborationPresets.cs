namespace Codex.Backend.Models;

/// <summary>The built-in ways of working together.</summary>
public static class CollaborationPresets
{
    /// <summary>Plan, then Default; the texts are read at each call.</summary>
    public static IReadOnlyList<CollaborationPreset> All() =>
    [
        new("Plan", "plan", "medium", BundledInstructions.Read("plan.md")),
        new("Default", "default", null, BundledInstructions.Read("default.md")),
    ];
}
