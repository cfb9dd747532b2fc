using System.Text;
using System.Text.Json;
using Codex.Formats.Json;

namespace Codex.Execution.Policy.Rules.Amendments;

/// <summary>Writes rules as lines of a rules file (<c>execpolicy/src/amend.rs</c>).</summary>
internal static class RuleLines
{
    /// <exception cref="InvalidRuleException">The prefix is empty.</exception>
    public static string Allowing(IReadOnlyList<string> prefix) => prefix.Count > 0
        ? $"prefix_rule(pattern=[{string.Join(", ", prefix.Select(Quote))}], decision=\"allow\")"
        : throw new InvalidRuleException("prefix rule requires at least one token");

    /// <exception cref="InvalidRuleException">The justification is blank.</exception>
    public static string Of(NetworkRule rule)
    {
        var decision = rule.Decision is RuleDecision.Forbidden ? "deny" : rule.Decision.Spell();
        var line = new StringBuilder($"network_rule(host={Quote(rule.Host)}, protocol={Quote(rule.Protocol.Spell())}, decision={Quote(decision)}");
        if (rule.Justification is { } justification)
        {
            line.Append(", justification=").Append(
                string.IsNullOrWhiteSpace(justification) ? throw new InvalidRuleException("invalid network rule: justification cannot be empty") : Quote(justification));
        }

        return line.Append(')').ToString();
    }

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, CompactJsonEncoder.Instance)}\"";
}
