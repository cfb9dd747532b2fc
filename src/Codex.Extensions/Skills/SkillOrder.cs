namespace Codex.Extensions.Skills;

/// <summary>Orders skills by scope, then by name and path, compared byte by byte.</summary>
internal sealed class SkillOrder : IComparer<Skill>
{
    private readonly Func<SkillScope, int> _rank;

    private SkillOrder(Func<SkillScope, int> rank) => _rank = rank;

    /// <summary>As skills are found: the project's first.</summary>
    public static SkillOrder Precedence { get; } = new(static scope => (int)scope);

    /// <summary>As the model is told: what changes least comes first, so that the beginning of a prompt stays the same.</summary>
    public static SkillOrder Prompt { get; } = new(static scope => scope switch
    {
        SkillScope.System => 0,
        SkillScope.Admin => 1,
        SkillScope.Repo => 2,
        _ => 3,
    });

    /// <inheritdoc/>
    public int Compare(Skill? x, Skill? y)
    {
        var byScope = _rank(x!.Scope).CompareTo(_rank(y!.Scope));
        if (byScope != 0)
            return byScope;
        var byName = string.CompareOrdinal(x.Name, y.Name);
        return byName != 0 ? byName : string.CompareOrdinal(x.Path, y.Path);
    }
}
