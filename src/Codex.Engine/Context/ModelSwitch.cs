namespace Codex.Engine.Context;

/// <summary>Tells a model that it takes over from another one.</summary>
internal static class ModelSwitch
{
    /// <summary>The fragment with the instructions of the new model.</summary>
    public static string Render(string instructions) =>
        $"<model_switch>\nThe earlier part of this conversation was held with a different model. From here on follow these instructions:\n\n{instructions}\n</model_switch>";
}
