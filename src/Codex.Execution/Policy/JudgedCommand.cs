using System.Collections.Immutable;
using Codex.Execution.Policy.Rules;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Policy;

/// <summary>One command of a script with the decision about it.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Matches">The rules that speak about it; empty when it was judged by its danger.</param>
/// <param name="Decision">The strictest of them, or the judgement.</param>
internal sealed record JudgedCommand(IReadOnlyList<string> Words, ImmutableArray<RuleMatch> Matches, RuleDecision Decision)
{
    /// <summary>Whether a rule allows it, and none says otherwise.</summary>
    public bool IsAllowedByRule => !Matches.IsEmpty && Decision is RuleDecision.Allow;

    public static JudgedCommand Of(IReadOnlyList<string> words, bool isWhole, CommandRules rules, CommandPolicyContext context)
    {
        ImmutableArray<RuleMatch> matches = [.. rules.Match(words, context.WorkingDirectory).Where(match => !IsForged(match, context))];
        return new JudgedCommand(
            words, matches, matches.IsEmpty ? UnmatchedCommands.Decide(words, isWhole, context) : matches.Max(static match => match.Decision));
    }

    // A file that sandboxed commands may write says nothing by its name: it must not leave the sandbox because a program is called so.
    private static bool IsForged(RuleMatch match, CommandPolicyContext context) =>
        match is { Decision: RuleDecision.Allow, ResolvedProgram: { } path }
        && context.Profile is PermissionProfile.Managed
        && context.Profile.AccessIn(new PathContext(context.WorkingDirectory, context.TemporaryDirectory)) is var access
        && (access.CanWrite(path) || (File.Exists(path) && ProgramOrigin.Settled(path, access) is null));
}
