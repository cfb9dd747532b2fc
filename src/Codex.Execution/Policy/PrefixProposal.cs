using System.Collections.Immutable;
using Codex.Execution.Policy.Rules;
using Codex.Execution.Policy.Rules.Amendments;

namespace Codex.Execution.Policy;

/// <summary>Chooses the prefix that is proposed together with a question (<c>core/src/exec_policy.rs</c>).</summary>
internal static class PrefixProposal
{
    /// <summary>The prefix that the tool call asked for, if it would settle the matter; else the first command that led to the question.</summary>
    public static ImmutableArray<string>? ForPrompt(ImmutableArray<JudgedCommand> judged, CommandRules rules, CommandPolicyContext context)
    {
        if (Requested(judged, rules, context) is { } requested)
        {
            return requested;
        }

        return judged.Any(static part => part.Matches.Any(static match => match.Decision is RuleDecision.Prompt))
            ? null
            : FirstUnmatched(judged, RuleDecision.Prompt);
    }

    /// <summary>The first command, for when the sandbox stops it; null when rules speak about any of them.</summary>
    public static ImmutableArray<string>? ForAllowed(ImmutableArray<JudgedCommand> judged) =>
        judged.All(static part => part.Matches.IsEmpty) ? FirstUnmatched(judged, RuleDecision.Allow) : null;

    private static ImmutableArray<string>? FirstUnmatched(ImmutableArray<JudgedCommand> judged, RuleDecision decision) =>
        judged.FirstOrDefault(part => part.Matches.IsEmpty && part.Decision == decision) is { } first ? [.. first.Words] : null;

    private static ImmutableArray<string>? Requested(ImmutableArray<JudgedCommand> judged, CommandRules rules, CommandPolicyContext context)
    {
        var prefix = context.RequestedPrefix;
        if (prefix.IsEmpty || BannedPrefixes.Contains(prefix) || judged.Any(static part => !part.Matches.IsEmpty))
        {
            return null;
        }

        var amended = rules.With(PrefixRule.Allowing(prefix));
        return judged.All(part => JudgedCommand.Of(part.Words, isWhole: true, amended, context).Decision is RuleDecision.Allow) ? prefix : null;
    }
}
