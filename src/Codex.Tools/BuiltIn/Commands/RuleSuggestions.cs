using Codex.Execution.Policy.Proposals;
using Codex.Protocol.Approvals;

namespace Codex.Tools.BuiltIn.Commands;

/// <summary>Puts the rule that fits a command into the form in which people are asked about it.</summary>
internal static class RuleSuggestions
{
    internal static RuleSuggestion For(IReadOnlyList<string> command)
    {
        var proposal = RuleProposals.For(command);
        return new RuleSuggestion(proposal.Prefix, proposal.Line, proposal.Explanation);
    }
}
