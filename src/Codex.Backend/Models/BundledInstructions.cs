namespace Codex.Backend.Models;

/// <summary>The system prompt that comes with the program.</summary>
internal static class BundledInstructions
{
    /// <summary>The prompt in the pragmatic voice.</summary>
    public static string Base() => Personalities().Render("pragmatic");

    /// <summary>The prompt with its voices; without a choice it has none.</summary>
    public static PersonalityTexts Personalities() => new(Read("base.md"), "", Read("friendly.md"), Read("pragmatic.md"));

    /// <summary>One of the texts that come with the program.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(BundledInstructions).Assembly.GetManifestResourceStream("Codex.Backend.Models.Instructions." + name)
            ?? throw new InvalidOperationException($"resource {name} is missing");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().TrimEnd('\n');
    }
}
