using System.Collections.Immutable;

namespace Codex.Protocol.Approvals;

/// <summary>
/// The rule that somebody who approves a command most likely means, for people to read before it is saved. Answered with
/// <see cref="ReviewDecision.ApprovedWithRule"/>.
/// </summary>
/// <param name="Prefix">The words that commands would have to start with; empty when no rule is safe.</param>
/// <param name="Line">The line that would be appended to the rules file; empty when no rule is safe.</param>
/// <param name="Explanation">What the rule covers and what was left out of it, or why there is none.</param>
public sealed record RuleSuggestion(ImmutableArray<string> Prefix, string Line, ImmutableArray<string> Explanation)
{
    /// <summary>Whether there is a rule to save.</summary>
    public bool IsOffered => !Prefix.IsEmpty;
}
