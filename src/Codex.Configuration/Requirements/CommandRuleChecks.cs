namespace Codex.Configuration.Requirements;

/// <summary>What rules of requirements must say (<c>config/src/requirements_exec_policy.rs</c>).</summary>
internal static class CommandRuleChecks
{
    private const string AllowRefused =
        "has decision 'allow', which is not permitted in requirements.toml: Codex merges these rules with other config and uses the most restrictive "
        + "result (use 'prompt' or 'forbidden')";

    /// <summary>Why the rules cannot be used, or null.</summary>
    public static string? Fault(IReadOnlyList<CommandRule> rules)
    {
        if (rules.Count == 0)
            return "rules prefix_rules cannot be empty";
        for (var i = 0; i < rules.Count; i++)
        {
            if (Fault(rules[i]) is { } fault)
                return $"rules prefix_rule at index {i} {fault}";
        }

        return null;
    }

    private static string? Fault(CommandRule rule)
    {
        if (rule.Justification is not null && string.IsNullOrWhiteSpace(rule.Justification))
            return "has an empty justification";
        if (rule.Pattern.Count == 0)
            return "has an empty pattern";
        for (var i = 0; i < rule.Pattern.Count; i++)
        {
            if (rule.Pattern[i].Fault is { } fault)
                return $"has an invalid pattern token at index {i}: {fault}";
        }

        return rule.Decision switch
        {
            null => "is missing a decision",
            "allow" => AllowRefused,
            _ => null,
        };
    }
}
