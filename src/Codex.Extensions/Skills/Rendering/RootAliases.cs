using System.Collections.Immutable;
using System.Globalization;

namespace Codex.Extensions.Skills.Rendering;

/// <summary>Short names for the directories that skills lie in, for lists that are too long with whole paths.</summary>
internal sealed class RootAliases
{
    private readonly ImmutableArray<string> _roots;

    public RootAliases(SkillSet skills, ImmutableArray<Skill> offered)
    {
        var used = offered.Select(static skill => skill.Root).ToHashSet(StringComparer.Ordinal);
        _roots = [.. skills.Roots.Where(used.Contains)];
    }

    /// <summary>The table that explains the names.</summary>
    public ImmutableArray<string> Lines => [.. _roots.Select(static (root, index) => $"- `{Name(index)}` = `{root}`")];

    /// <summary>The line of a skill with its path shortened.</summary>
    public SkillLine LineFor(Skill skill) =>
        new(skill.Name, skill.Description, $"{Name(_roots.IndexOf(skill.Root))}/{Path.GetRelativePath(skill.Root, skill.Path)}");

    private static string Name(int index) => "r" + index.ToString(CultureInfo.InvariantCulture);
}
