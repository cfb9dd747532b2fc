using System.Collections.Immutable;
using Codex.Configuration.Ignoring;
using Codex.Extensions.Skills.Loading;

namespace Codex.Extensions.Skills;

/// <summary>The skills of a session, the project's first, then the user's, the bundled ones and the machine's; by name within.</summary>
public sealed class SkillSet
{
    private const string Product = "codex";
    private readonly HashSet<string> _disabled;

    private SkillSet(ImmutableArray<Skill> skills, ImmutableArray<string> roots, ImmutableArray<SkillProblem> problems, HashSet<string> disabled)
    {
        _disabled = disabled;
        All = skills;
        Roots = roots;
        Problems = problems;
    }

    /// <summary>All skills, those that are switched off included.</summary>
    public ImmutableArray<Skill> All { get; }

    /// <summary>The files that could not be used.</summary>
    public ImmutableArray<SkillProblem> Problems { get; }

    /// <summary>The directories that skills were found in, in the order of the search.</summary>
    internal ImmutableArray<string> Roots { get; }

    /// <summary>Searches the directories.</summary>
    /// <param name="roots">The directories, highest precedence first.</param>
    /// <param name="switches">Which skills are off.</param>
    /// <param name="ignored">Files of the project that are left alone.</param>
    public static SkillSet Load(ImmutableArray<SkillRoot> roots, ImmutableArray<SkillSwitch> switches, AgentsIgnore ignored)
    {
        var scanner = new SkillScanner(ignored);
        foreach (var root in roots)
            scanner.Scan(root);
        var skills = Distinct(scanner.Skills);
        var used = skills.Select(static skill => skill.Root).Distinct().ToImmutableArray();
        return new SkillSet([.. skills.Order(SkillOrder.Precedence)], used, [.. scanner.Problems], Disabled(skills, switches));
    }

    /// <summary>Whether a skill is switched on.</summary>
    public bool IsEnabled(Skill skill) => !_disabled.Contains(skill.Path);

    /// <summary>The skills that the model may choose by itself.</summary>
    internal ImmutableArray<Skill> Offered() => [.. All.Where(skill => skill.AllowsImplicitUse && IsEnabled(skill))];

    // The first directory that leads to a file gives it its scope.
    private static List<Skill> Distinct(List<Skill> found)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return found.FindAll(skill => seen.Add(skill.Path) && (skill.Products.IsEmpty || skill.Products.Contains(Product)));
    }

    private static HashSet<string> Disabled(List<Skill> skills, ImmutableArray<SkillSwitch> switches)
    {
        var disabled = new HashSet<string>(StringComparer.Ordinal);
        foreach (var choice in switches)
        {
            var paths = choice.Path is { } path ? [path] : skills.Where(skill => skill.Name == choice.Name).Select(static skill => skill.Path);
            if (choice.Enabled)
                disabled.ExceptWith(paths);
            else
                disabled.UnionWith(paths);
        }

        return disabled;
    }
}
