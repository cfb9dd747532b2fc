using Codex.Formats.Toml;

namespace Codex.Configuration.Editing;

/// <summary>Changes what the user chose about the model; null removes a choice.</summary>
public static class ModelEdits
{
    /// <summary>Model and effort, which are chosen together.</summary>
    public static void SetModel(TomlDocument document, string? model, string? reasoningEffort)
    {
        SetText(document, "model", model);
        SetText(document, "model_reasoning_effort", reasoningEffort);
    }

    /// <summary>The service tier; the one that requests call <c>priority</c> is <c>fast</c> in files.</summary>
    public static void SetServiceTier(TomlDocument document, string? tier) =>
        SetText(document, "service_tier", tier == "priority" ? "fast" : tier);

    /// <summary>The personality.</summary>
    public static void SetPersonality(TomlDocument document, string? personality) => SetText(document, "personality", personality);

    private static void SetText(TomlDocument document, string key, string? text)
    {
        if (text is null)
            document.Remove([key]);
        else
            document.Set([key], new TomlString(text));
    }
}
