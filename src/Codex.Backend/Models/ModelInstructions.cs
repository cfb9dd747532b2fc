namespace Codex.Backend.Models;

/// <summary>A model's system prompt; texts of bundled models are loaded when they are asked for.</summary>
/// <param name="baseText">The prompt without personality variants.</param>
/// <param name="personalities">Template and variants, or null when the model has none.</param>
public sealed class ModelInstructions(Func<string> baseText, Func<PersonalityTexts>? personalities)
{
    /// <summary>The prompt as it is without the personality feature.</summary>
    public string Base => baseText();

    /// <summary>Whether <see cref="Render"/> can follow every personality.</summary>
    public bool SupportsPersonality => Personalities is { IsComplete: true };

    /// <summary>Template and variants; null when there are none.</summary>
    internal PersonalityTexts? Personalities => personalities?.Invoke();

    /// <summary>A personality in words; null when the model has no words for it.</summary>
    public string? Personality(string name) => personalities?.Invoke().Find(name);

    /// <summary>A fixed prompt.</summary>
    public static ModelInstructions OfText(string text) => new(() => text, null);

    /// <summary>
    /// The prompt for a personality: <c>friendly</c>, <c>pragmatic</c>, <c>none</c>, or null for the model's default.
    /// Models without variants have one prompt only.
    /// </summary>
    public string Render(string? personality) => Personalities?.Render(personality) ?? Base;
}
