using Codex.AppServer.Protocol.Modes;
using Codex.Backend.Models;
using Codex.Protocol.Rollouts;

namespace Codex.AppServer.Processors;

/// <summary>The <c>collaborationMode/*</c> requests and what they mean to turns.</summary>
internal static class CollaborationModeProcessor
{
    public static CollaborationModeListResult List() => new(
        [.. CollaborationPresets.All().Select(static preset => new CollaborationModeMask(preset.Name, preset.Mode, Model: null, preset.ReasoningEffort))]);

    /// <summary>The mode with the built-in instructions, where the client gives none of its own.</summary>
    public static CollaborationMode? Complete(CollaborationMode? mode)
    {
        if (mode is not { Settings.DeveloperInstructions: null })
            return mode;
        var preset = CollaborationPresets.All().FirstOrDefault(preset => preset.Mode == mode.Mode);
        return mode with { Settings = mode.Settings with { DeveloperInstructions = preset?.DeveloperInstructions } };
    }
}
