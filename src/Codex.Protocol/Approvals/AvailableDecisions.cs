using System.Collections.Immutable;
using Codex.Protocol.Permissions;

namespace Codex.Protocol.Approvals;

/// <summary>What a question about a command is offered as answers; others are understood, too (<c>protocol/src/approvals.rs</c>).</summary>
public static class AvailableDecisions
{
    /// <summary>The answers, in the order in which they are shown.</summary>
    /// <param name="network">The network access in question; null for a command.</param>
    /// <param name="prefix">The prefix of a rule that is proposed; null when none is.</param>
    /// <param name="additionalPermissions">What the command asks for beyond its sandbox; null when it does not.</param>
    public static ImmutableArray<ReviewDecision> For(
        NetworkApprovalContext? network, ImmutableArray<string>? prefix, AdditionalPermissionProfile? additionalPermissions)
    {
        if (network is not null)
        {
            return
            [
                new ReviewDecision.Approved(),
                new ReviewDecision.ApprovedForSession(),
                new ReviewDecision.NetworkRule(new NetworkPolicyAmendment(network.Host, Allows: true)),
                new ReviewDecision.Abort(),
            ];
        }

        return additionalPermissions is null && prefix is { } words
            ? [new ReviewDecision.Approved(), new ReviewDecision.ApprovedWithRule(words), new ReviewDecision.Abort()]
            : [new ReviewDecision.Approved(), new ReviewDecision.Abort()];
    }
}
