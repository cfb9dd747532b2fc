using System.Collections.Immutable;

namespace Codex.Extensions.Skills.Rendering;

/// <summary>The lines of a list that fit a budget.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Omitted">Skills that are not shown at all.</param>
/// <param name="MissingCharacters">Characters of descriptions that are not shown.</param>
internal sealed record FittedSkills(ImmutableArray<string> Lines, int Omitted, int MissingCharacters)
{
    // Fewer are not worth a word.
    private const int MissingWorthMentioning = 100;

    /// <summary>The lines with which table of directories; empty when they show whole paths.</summary>
    public ImmutableArray<string> RootLines { get; init; } = [];

    /// <summary>Whether everything is shown.</summary>
    public bool IsComplete => Omitted == 0 && MissingCharacters == 0;

    /// <summary>Fits the lines: descriptions are shortened evenly, then left out, then skills are left out from the end.</summary>
    public static FittedSkills Fit(ImmutableArray<SkillLine> lines, SkillBudget budget)
    {
        if (lines.Sum(line => budget.LineCost(line.Full)) <= budget.Limit)
            return new FittedSkills([.. lines.Select(static line => line.Full)], 0, 0);
        var shortest = lines.Sum(line => budget.LineCost(line.Shortest));
        return shortest <= budget.Limit ? Shorten(lines, budget, budget.Limit - shortest) : Omit(lines, budget);
    }

    /// <summary>What the user is told; null when little is missing.</summary>
    public string? Warning(SkillBudget budget)
    {
        var share = budget.InTokens ? "2% " : "";
        if (Omitted > 0)
        {
            var limit = budget.InTokens ? " of 2%" : "";
            var (word, verb) = Omitted == 1 ? ("skill", "was") : ("skills", "were");
            return $"Exceeded skills context budget{limit}. All skill descriptions were removed and {Omitted} additional {word} {verb} not included in the model-visible skills list.";
        }

        var total = Lines.Length;
        return total > 0 && (MissingCharacters + total - 1) / total > MissingWorthMentioning
            ? $"Skill descriptions were shortened to fit the {share}skills context budget. All skills are still listed; fewer skills or plugins leave more room for what they do."
            : null;
    }

    private static FittedSkills Shorten(ImmutableArray<SkillLine> lines, SkillBudget budget, long remaining)
    {
        ImmutableArray<DescriptionShare> shares = [.. lines.Select(line => new DescriptionShare(line, budget))];
        var growing = shares.ToList();
        // One character each in turn, so that what short descriptions leave over goes to long ones.
        while (growing.Count > 0)
            growing.RemoveAll(share => !share.Grow(ref remaining));
        return new FittedSkills([.. shares.Select(static share => share.Render())], 0, shares.Sum(static share => share.Missing));
    }

    private static FittedSkills Omit(ImmutableArray<SkillLine> lines, SkillBudget budget)
    {
        var kept = ImmutableArray.CreateBuilder<string>();
        long used = 0;
        foreach (var line in lines)
        {
            var cost = budget.LineCost(line.Shortest);
            if (used + cost > budget.Limit)
                continue;
            used += cost;
            kept.Add(line.Shortest);
        }

        return new FittedSkills(kept.ToImmutable(), lines.Length - kept.Count, lines.Sum(static line => CharacterCount.Of(line.Description)));
    }
}
