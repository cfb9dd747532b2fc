using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary>An element of <c>skills.config</c>.</summary>
public sealed record SkillSection
{
    /// <summary>Skill by path.</summary>
    public string? Path { get; init; }

    /// <summary>Skill by name.</summary>
    public string? Name { get; init; }

    /// <summary>The switch.</summary>
    public bool Enabled { get; init; }

    internal static SkillSection Read(TableReader table) => new()
    {
        Path = table.AbsolutePath("path"),
        Name = table.String("name"),
        Enabled = table.RequiredBoolean("enabled"),
    };
}
