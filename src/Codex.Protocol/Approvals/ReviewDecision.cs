using System.Collections.Immutable;
using Codex.Protocol.Permissions;

namespace Codex.Protocol.Approvals;

/// <summary>The answer to an approval request (<c>protocol/src/protocol.rs</c>).</summary>
public abstract record ReviewDecision
{
    private ReviewDecision()
    {
    }

    /// <summary>The word for logs and for the record of the thread.</summary>
    public abstract string Word { get; }

    /// <summary>This once.</summary>
    public sealed record Approved : ReviewDecision
    {
        /// <inheritdoc/>
        public override string Word => "approved";
    }

    /// <summary>This, and from now on every command that starts with the prefix: a rule is saved.</summary>
    /// <param name="Prefix">Its words.</param>
    public sealed record ApprovedWithRule(ImmutableArray<string> Prefix) : ReviewDecision
    {
        /// <inheritdoc/>
        public override string Word => "approved_with_amendment";
    }

    /// <summary>This, and the same again while the thread is loaded.</summary>
    public sealed record ApprovedForSession : ReviewDecision
    {
        /// <inheritdoc/>
        public override string Word => "approved_for_session";
    }

    /// <summary>The host is allowed or denied from now on: a rule is saved.</summary>
    /// <param name="Amendment">The rule.</param>
    public sealed record NetworkRule(NetworkPolicyAmendment Amendment) : ReviewDecision
    {
        /// <inheritdoc/>
        public override string Word => Amendment.Allows ? "approved_with_network_policy_allow" : "denied_with_network_policy_deny";
    }

    /// <summary>The answer to a request for permissions; it may grant nothing.</summary>
    /// <param name="Grant">What is granted.</param>
    public sealed record Granted(PermissionGrant Grant) : ReviewDecision
    {
        /// <inheritdoc/>
        public override string Word => Grant.Permissions.IsEmpty ? "denied" : "approved";
    }

    /// <summary>Not this; the turn goes on.</summary>
    public sealed record Denied : ReviewDecision
    {
        /// <inheritdoc/>
        public override string Word => "denied";
    }

    /// <summary>A reviewing agent did not decide in time; counts as a no.</summary>
    public sealed record TimedOut : ReviewDecision
    {
        /// <inheritdoc/>
        public override string Word => "timed_out";
    }

    /// <summary>Not this, and the turn ends.</summary>
    public sealed record Abort : ReviewDecision
    {
        /// <inheritdoc/>
        public override string Word => "abort";
    }
}
