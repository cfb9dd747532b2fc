namespace Codex.Backend.Models;

/// <summary>A prompt template and what may stand in its place for the personality.</summary>
/// <param name="Template">The prompt with the placeholder.</param>
/// <param name="Default">Text when no personality is chosen.</param>
/// <param name="Friendly">Text of the friendly personality.</param>
/// <param name="Pragmatic">Text of the pragmatic personality.</param>
public sealed record PersonalityTexts(string Template, string? Default, string? Friendly, string? Pragmatic)
{
    private const string Placeholder = "{{ personality }}";

    /// <summary>Whether the template has a place for the personality and there is a text for each.</summary>
    public bool IsComplete =>
        Default is not null && Friendly is not null && Pragmatic is not null && Template.Contains(Placeholder, StringComparison.Ordinal);

    /// <summary>The prompt for one personality.</summary>
    public string Render(string? personality) => Template.Replace(Placeholder, Find(personality) ?? "", StringComparison.Ordinal);

    /// <summary>The text of one personality; null when there is none.</summary>
    public string? Find(string? personality) => personality switch
    {
        null => Default,
        "friendly" => Friendly,
        "pragmatic" => Pragmatic,
        _ => null,
    };
}
