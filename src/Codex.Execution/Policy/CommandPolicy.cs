using System.Collections.Immutable;
using Codex.Execution.Policy.Rules;

namespace Codex.Execution.Policy;

/// <summary>Judges commands by rules, and by their danger where no rule speaks (<c>core/src/exec_policy.rs</c>).</summary>
/// <param name="current">Tells the rules as they are at the moment.</param>
public sealed class CommandPolicy(Func<CommandRules> current) : ICommandPolicy
{
    /// <inheritdoc/>
    public CommandVerdict Evaluate(IReadOnlyList<string> command, CommandPolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        var rules = current();
        var parts = PolicyCommands.Of(command);
        ImmutableArray<JudgedCommand> judged = [.. parts.Commands.Select(words => JudgedCommand.Of(words, parts.IsWhole, rules, context)), .. Hidden(parts, rules, context)];
        return judged.Max(static part => part.Decision) switch
        {
            RuleDecision.Forbidden => new CommandVerdict.Forbidden(RuleReasons.Forbidden(command, judged)),
            RuleDecision.Prompt => OnPrompt(command, judged, parts, rules, context),
            _ => new CommandVerdict.Allow(judged.All(static part => part.IsAllowedByRule), parts.IsWhole ? PrefixProposal.ForAllowed(judged) : null),
        };
    }

    /// <inheritdoc/>
    public ProgramVerdict EvaluateProgram(IReadOnlyList<string> words, CommandPolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(context);
        var judged = JudgedCommand.Of(words, isWhole: true, current(), context);
        var isDemandedByRule = !judged.Matches.IsEmpty;
        var mayAsk = PromptRefusal.Of(context.ApprovalPolicy, isDemandedByRule) is null;
        return new ProgramVerdict(judged.Decision is RuleDecision.Prompt && !mayAsk ? RuleDecision.Forbidden : judged.Decision, isDemandedByRule);
    }

    private static IEnumerable<JudgedCommand> Hidden(PolicyCommands parts, CommandRules rules, CommandPolicyContext context)
    {
        foreach (var words in rules.IsEmpty || context.WatchesPrograms ? [] : parts.Hidden)
        {
            var matches = rules.Match(words, context.WorkingDirectory);
            if (!matches.IsEmpty && matches.Max(static match => match.Decision) is not RuleDecision.Allow and var decision)
            {
                yield return new JudgedCommand(words, matches, decision);
            }
        }
    }

    private static CommandVerdict OnPrompt(
        IReadOnlyList<string> command, ImmutableArray<JudgedCommand> judged, PolicyCommands parts, CommandRules rules, CommandPolicyContext context)
    {
        var isDemandedByRule = judged.Any(static part => part.Matches.Any(static match => match.Decision is RuleDecision.Prompt));
        if (PromptRefusal.Of(context.ApprovalPolicy, isDemandedByRule) is { } refusal)
        {
            return new CommandVerdict.Forbidden(refusal);
        }

        var proposal = parts.IsWhole ? PrefixProposal.ForPrompt(judged, rules, context) : null;
        return new CommandVerdict.Prompt(RuleReasons.Prompt(command, judged), proposal);
    }
}
