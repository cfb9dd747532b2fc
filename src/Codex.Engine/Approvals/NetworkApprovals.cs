using System.Collections.Immutable;
using Codex.Engine.AutoReviews;
using Codex.Execution.Approvals;
using Codex.Execution.Policy.Rules;
using Codex.Protocol.Approvals;
using Codex.Protocol.Events;
using Codex.Protocol.Permissions;
using Codex.Tools.Approvals;

namespace Codex.Engine.Approvals;

/// <summary>
/// Questions about hosts that no rule speaks about (0.136: core/src/tools/network_approval.rs). Requests for one host, port and
/// protocol wait for one answer; answers for the session are kept, and so is the denial that a rule was saved for.
/// </summary>
internal sealed class NetworkApprovals(Session session) : INetworkApprovals
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<NetworkApproval>> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _decided = new(StringComparer.Ordinal);
    private readonly RuleAmendments _amendments = new(session);

    /// <inheritdoc/>
    public async ValueTask<NetworkApproval> AskAsync(NetworkApprovalRequest request, CancellationToken cancellationToken)
    {
        var name = request.Protocol.Spell().Replace('_', '-');
        var host = request.Host.ToLowerInvariant();
        var id = $"network#{name}#{host}#{request.Port}";
        Task<NetworkApproval> answer;
        lock (_gate)
        {
            if (_decided.TryGetValue(id, out var isAllowed))
                return isAllowed ? NetworkApproval.Allowed : NetworkApproval.Denied(refusal: null);
            if (!_open.TryGetValue(id, out answer!))
                _open[id] = answer = Task.Run(() => DecideAsync(id, $"{name}://{request.Host}:{request.Port}", request), CancellationToken.None);
        }

        return await answer.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public bool IsOpen =>
        session.Options.PermissionProfile is PermissionProfile.Managed && session.Options.ApprovalPolicy != AskForApproval.Never;

    private async Task<NetworkApproval> DecideAsync(string id, string target, NetworkApprovalRequest request)
    {
        try
        {
            if (session.ActiveTask is not { } task || !IsOpen)
                return NetworkApproval.Denied($"Network access to \"{target}\" was blocked by policy.");
            if (session.Options.IsReviewed)
                return await ReviewAsync(task.Id, target, request).ConfigureAwait(false);
            var decision = await session.Approvals.AskAsync(task.Id, id, Question(id, task.Id, target, request), CancellationToken.None).ConfigureAwait(false);
            return await ApplyAsync(id, task.Id, decision, request).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return NetworkApproval.Denied(ApprovalAnswer.RejectedByUser);
        }
        finally
        {
            lock (_gate)
                _open.Remove(id);
        }
    }

    private async Task<NetworkApproval> ReviewAsync(string turnId, string target, NetworkApprovalRequest request)
    {
        var answer = await session.Reviews.ReviewAsync(turnId, ReviewRequests.Of(request, target), session.TurnEnding).ConfigureAwait(false);
        return answer.Refusal is null ? NetworkApproval.Allowed : NetworkApproval.Denied(answer.Refusal);
    }

    private async Task<NetworkApproval> ApplyAsync(string id, string turnId, ReviewDecision decision, NetworkApprovalRequest request)
    {
        switch (decision)
        {
            case ReviewDecision.Approved or ReviewDecision.ApprovedWithRule:
                return NetworkApproval.Allowed;
            case ReviewDecision.ApprovedForSession:
                Keep(id, isAllowed: true);
                return NetworkApproval.Allowed;
            case ReviewDecision.NetworkRule { Amendment: var amendment } when IsAbout(amendment, request):
                await _amendments.AddAsync(turnId, amendment, request.Protocol).ConfigureAwait(false);
                Keep(id, amendment.Allows);
                return amendment.Allows ? NetworkApproval.Allowed : NetworkApproval.Denied(ApprovalAnswer.RejectedByUser);
            default:
                return NetworkApproval.Denied(ApprovalAnswer.RejectedByUser);
        }
    }

    // An answer decides about the host that was asked about and about no other.
    private static bool IsAbout(NetworkPolicyAmendment amendment, NetworkApprovalRequest request)
    {
        try
        {
            return NetworkHost.Normalize(amendment.Host) == NetworkHost.Normalize(request.Host);
        }
        catch (InvalidRuleException)
        {
            return false;
        }
    }

    private void Keep(string id, bool isAllowed)
    {
        lock (_gate)
            _decided[id] = isAllowed;
    }

    private ExecApprovalRequestEvent Question(string id, string turnId, string target, NetworkApprovalRequest request)
    {
        var context = new NetworkApprovalContext(request.Host, ProtocolOf(request.Protocol));
        ImmutableArray<string> command = ["network-access", target];
        return new ExecApprovalRequestEvent
        {
            CallId = id,
            TurnId = turnId,
            StartedAtMilliseconds = session.Services.Clock.GetUtcNow().ToUnixTimeMilliseconds(),
            Command = command,
            WorkingDirectory = session.Options.WorkingDirectory,
            Reason = $"{request.Host} is not in the allowed_domains",
            Network = context,
            ProposedNetworkRules = [new(request.Host, Allows: true), new(request.Host, Allows: false)],
            AvailableDecisions = AvailableDecisions.For(context, prefix: null, additionalPermissions: null),
        };
    }

    private static NetworkApprovalProtocol ProtocolOf(NetworkProtocol protocol) => protocol switch
    {
        NetworkProtocol.Http => NetworkApprovalProtocol.Http,
        NetworkProtocol.Https => NetworkApprovalProtocol.Https,
        NetworkProtocol.Socks5Tcp => NetworkApprovalProtocol.Socks5Tcp,
        _ => NetworkApprovalProtocol.Socks5Udp,
    };
}
