namespace Codex.Execution.Policy.Rules;

/// <summary>How decisions are spelled.</summary>
public static class RuleDecisionText
{
    /// <summary>The decision that a rules file spells; null for other words.</summary>
    public static RuleDecision? Parse(string word) => word switch
    {
        "allow" => RuleDecision.Allow,
        "prompt" => RuleDecision.Prompt,
        "forbidden" => RuleDecision.Forbidden,
        _ => null,
    };

    /// <summary>The spelling in rules files and in output.</summary>
    public static string Spell(this RuleDecision decision) => decision switch
    {
        RuleDecision.Allow => "allow",
        RuleDecision.Prompt => "prompt",
        _ => "forbidden",
    };
}
