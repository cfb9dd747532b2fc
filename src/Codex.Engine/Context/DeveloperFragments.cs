namespace Codex.Engine.Context;

/// <summary>Small parts of what the model is told; the tags are the original's.</summary>
internal static class DeveloperFragments
{
    /// <summary>Tells a model that it takes over from another one.</summary>
    /// <param name="instructions">The instructions of the new model.</param>
    public static string ModelSwitch(string instructions) =>
        $"<model_switch>\nThe earlier part of this conversation was held with a different model. From here on follow these instructions:\n\n{instructions}\n</model_switch>";

    /// <summary>How user and agent work together.</summary>
    public static string CollaborationMode(string instructions) => $"<collaboration_mode>{instructions}</collaboration_mode>";

    /// <summary>Asks for another tone.</summary>
    /// <param name="text">The personality in words.</param>
    public static string Personality(string text) =>
        $"<personality_spec> The user has chosen another way of being talked to. From here on, this is your personality: \n{text} </personality_spec>";
}
