using System.Collections.Immutable;

namespace Codex.Extensions.Skills.Rendering;

/// <summary>Tells the model which skills there are (<c>codex-rs/core-skills/src/render.rs</c>).</summary>
/// <param name="Text">The fragment with its tags.</param>
/// <param name="Warning">What the user is told when the list had to be cut; null when it had not.</param>
public sealed record SkillsInstructions(string Text, string? Warning)
{
    /// <summary>The fragment for a model with this context window, in tokens; null when there is nothing to list.</summary>
    public static SkillsInstructions? For(SkillSet skills, long? contextWindow)
    {
        ImmutableArray<Skill> offered = [.. skills.Offered().Order(SkillOrder.Prompt)];
        if (offered.IsEmpty)
            return null;
        var budget = SkillBudget.For(contextWindow);
        var fitted = FittedSkills.Fit([.. offered.Select(static skill => new SkillLine(skill.Name, skill.Description, skill.Path))], budget);
        if (!fitted.IsComplete && WithAliases(skills, offered, budget) is { } aliased && IsBetter(aliased, fitted, budget))
            fitted = aliased;
        return new SkillsInstructions(
            $"<skills_instructions>{SkillsText.Render(fitted.RootLines, fitted.Lines)}</skills_instructions>", fitted.Warning(budget));
    }

    private static FittedSkills? WithAliases(SkillSet skills, ImmutableArray<Skill> offered, SkillBudget budget)
    {
        var aliases = new RootAliases(skills, offered);
        var left = budget.Limit - SkillsText.TableCost(aliases.Lines, budget);
        return left <= 0
            ? null
            : FittedSkills.Fit([.. offered.Select(aliases.LineFor)], budget with { Limit = left }) with { RootLines = aliases.Lines };
    }

    private static bool IsBetter(FittedSkills aliased, FittedSkills whole, SkillBudget budget)
    {
        if (aliased.Omitted != whole.Omitted)
            return aliased.Omitted < whole.Omitted;
        if (aliased.MissingCharacters != whole.MissingCharacters)
            return aliased.MissingCharacters < whole.MissingCharacters;
        return Cost(aliased, budget) < Cost(whole, budget);
    }

    private static long Cost(FittedSkills fitted, SkillBudget budget) =>
        (fitted.RootLines.IsEmpty ? 0 : SkillsText.TableCost(fitted.RootLines, budget)) + fitted.Lines.Sum(budget.LineCost);
}
