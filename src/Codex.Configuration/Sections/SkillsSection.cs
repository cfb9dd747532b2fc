using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[skills]</c>.</summary>
public sealed record SkillsSection
{
    /// <summary>The skills that come with the program.</summary>
    public BundledSkillsSection? Bundled { get; init; }

    /// <summary>Whether the model is told about skills.</summary>
    public bool? IncludeInstructions { get; init; }

    /// <summary>Switches of single skills.</summary>
    public IReadOnlyList<SkillSection>? Config { get; init; }

    internal static SkillsSection Read(TableReader table) => new()
    {
        Bundled = table.Section("bundled", "struct BundledSkillsConfig", BundledSkillsSection.Read),
        IncludeInstructions = table.Boolean("include_instructions"),
        Config = table.Sections("config", "struct SkillConfig", SkillSection.Read),
    };
}
