namespace Codex.Backend.Models;

/// <summary>A model as clients offer it for choice.</summary>
/// <param name="Model">What is known about it, with its announcement and its successor.</param>
/// <param name="IsDefault">Whether it is used when none is chosen; true for one of a list.</param>
public sealed record ModelPreset(ModelInfo Model, bool IsDefault)
{
    /// <summary>Whether pickers show it.</summary>
    public bool ShowInPicker => Model.Visibility == "list";

    /// <summary>Effort when none is chosen.</summary>
    public string DefaultReasoningEffort => Model.DefaultReasoningLevel ?? "none";
}
