using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Approvals;

/// <summary>The answer to a question about a command or a network access.</summary>
[JsonConverter(typeof(CommandExecutionApprovalDecisionConverter))]
public abstract record CommandExecutionApprovalDecision
{
    private CommandExecutionApprovalDecision()
    {
    }

    /// <summary>This once.</summary>
    public sealed record Accept : CommandExecutionApprovalDecision;

    /// <summary>This, and the same again while the thread is loaded.</summary>
    public sealed record AcceptForSession : CommandExecutionApprovalDecision;

    /// <summary>This, and a rule for commands that start with the prefix.</summary>
    /// <param name="ExecpolicyAmendment">Its words.</param>
    public sealed record AcceptWithExecpolicyAmendment(ImmutableArray<string> ExecpolicyAmendment) : CommandExecutionApprovalDecision;

    /// <summary>A rule about the host.</summary>
    /// <param name="NetworkPolicyAmendment">The rule.</param>
    public sealed record ApplyNetworkPolicyAmendment(NetworkPolicyAmendment NetworkPolicyAmendment) : CommandExecutionApprovalDecision;

    /// <summary>Not this; the turn goes on.</summary>
    public sealed record Decline : CommandExecutionApprovalDecision;

    /// <summary>Not this, and the turn ends.</summary>
    public sealed record Cancel : CommandExecutionApprovalDecision;
}
