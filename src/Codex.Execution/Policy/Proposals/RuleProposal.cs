using System.Collections.Immutable;
using Codex.Execution.Policy.Rules.Amendments;

namespace Codex.Execution.Policy.Proposals;

/// <summary>A rule that could be saved so that a command and its like run without a question, and what it would mean.</summary>
/// <param name="Prefix">The words that commands would have to start with; empty when no rule is safe.</param>
/// <param name="Explanation">Sentences for the user: what the rule covers and what was left out of it, or why there is none.</param>
public sealed record RuleProposal(ImmutableArray<string> Prefix, ImmutableArray<string> Explanation)
{
    /// <summary>Whether there is a rule to save.</summary>
    public bool IsOffered => !Prefix.IsEmpty;

    /// <summary>The line of the rules file that saving it appends; empty when there is no rule.</summary>
    public string Line => IsOffered ? RuleLines.Allowing(Prefix) : "";

    internal static RuleProposal Refused(string reason) => new([], [reason]);
}
