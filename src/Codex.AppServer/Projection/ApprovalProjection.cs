using Codex.AppServer.Protocol.Approvals;
using Codex.AppServer.Protocol.Items;
using Codex.Formats.Bash;
using Codex.Protocol.Approvals;
using Codex.Protocol.Events;
using NetworkApprovalContext = Codex.AppServer.Protocol.Approvals.NetworkApprovalContext;
using NetworkPolicyAmendment = Codex.AppServer.Protocol.Approvals.NetworkPolicyAmendment;

namespace Codex.AppServer.Projection;

/// <summary>What the engine's questions are to clients.</summary>
internal static class ApprovalProjection
{
    public static CommandExecutionRequestApprovalParams Map(ExecApprovalRequestEvent asked, string threadId)
    {
        var isCommand = asked.Network is null;
        return new CommandExecutionRequestApprovalParams(
            threadId,
            asked.TurnId,
            asked.CallId,
            asked.StartedAtMilliseconds,
            asked.ApprovalId,
            asked.Reason,
            asked.Network is { } network ? new NetworkApprovalContext(network.Host, Map(network.Protocol.Value)) : null,
            isCommand ? ShellQuoting.Join(asked.Command) : null,
            isCommand ? asked.WorkingDirectory : null,
            isCommand ? CommandProjection.Actions(asked.ParsedCommand, asked.WorkingDirectory) : null,
            asked.AdditionalPermissions is { } more ? PermissionsProjection.Map(more) : null,
            asked.ProposedPrefix,
            asked.ProposedNetworkRules.IsEmpty ? null : [.. asked.ProposedNetworkRules.Select(Map)],
            [.. asked.AvailableDecisions.Select(Map)])
        {
            Suggestion = asked.Suggestion,
        };
    }

    public static FileChangeRequestApprovalParams Map(ApplyPatchApprovalRequestEvent asked, string threadId) =>
        new(threadId, asked.TurnId, asked.CallId, asked.StartedAtMilliseconds, asked.Reason);

    /// <summary>The item of a command that waits, or that was not allowed.</summary>
    public static CommandExecutionThreadItem Item(ExecApprovalRequestEvent asked, string status) => new(
        asked.CallId,
        ShellQuoting.Join(asked.Command),
        asked.WorkingDirectory,
        ProcessId: null,
        CommandExecutionSource.Agent,
        status,
        CommandProjection.Actions(asked.ParsedCommand, asked.WorkingDirectory),
        AggregatedOutput: null,
        ExitCode: null,
        DurationMs: null);

    private static CommandExecutionApprovalDecision Map(ReviewDecision decision) => decision switch
    {
        ReviewDecision.Approved => new CommandExecutionApprovalDecision.Accept(),
        ReviewDecision.ApprovedForSession => new CommandExecutionApprovalDecision.AcceptForSession(),
        ReviewDecision.ApprovedWithRule rule => new CommandExecutionApprovalDecision.AcceptWithExecpolicyAmendment(rule.Prefix),
        ReviewDecision.NetworkRule rule => new CommandExecutionApprovalDecision.ApplyNetworkPolicyAmendment(Map(rule.Amendment)),
        ReviewDecision.Abort => new CommandExecutionApprovalDecision.Cancel(),
        _ => new CommandExecutionApprovalDecision.Decline(),
    };

    private static NetworkPolicyAmendment Map(Codex.Protocol.Approvals.NetworkPolicyAmendment rule) =>
        new(rule.Host, rule.Allows ? NetworkPolicyAmendment.Allow : NetworkPolicyAmendment.Deny);

    /// <summary>The word for a protocol of the network.</summary>
    internal static string Map(string protocol) => protocol switch
    {
        "socks5_tcp" => "socks5Tcp",
        "socks5_udp" => "socks5Udp",
        var other => other,
    };
}
