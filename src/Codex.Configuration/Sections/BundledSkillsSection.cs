using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[skills.bundled]</c>.</summary>
public sealed record BundledSkillsSection
{
    /// <summary>Whether they are installed.</summary>
    public bool Enabled { get; init; } = true;

    internal static BundledSkillsSection Read(TableReader table) => new()
    {
        Enabled = table.Boolean("enabled") ?? true,
    };
}
