using Codex.Execution.Approvals;
using Codex.Execution.Network.Rules;
using Codex.Execution.Policy.Rules;

namespace Codex.Execution.Network;

/// <summary>
/// Decides about requests and remembers those that did not pass. Names are resolved only once they are allowed: a lookup would
/// itself carry data out.
/// </summary>
internal sealed class NetworkGate(NetworkProxyOptions options, HostRules rules, INetworkApprovals? approvals, TimeProvider time)
{
    private const int MaximumRecords = 200;

    private readonly Queue<BlockedRequest> _blocked = new();

    /// <summary>The last requests that did not pass, oldest first.</summary>
    internal IReadOnlyList<BlockedRequest> Blocked
    {
        get
        {
            lock (_blocked)
                return [.. _blocked];
        }
    }

    /// <summary>The verdict about a request before anything of it goes out.</summary>
    internal async ValueTask<NetworkVerdict> DecideAsync(NetworkRequest request, NetworkOwner owner, CancellationToken cancellationToken)
    {
        var verdict = await JudgeAsync(request, owner, cancellationToken).ConfigureAwait(false);
        if (verdict.Reason is not null)
            Record(request, verdict);
        return verdict;
    }

    /// <summary>The verdict about a request whose host leads where it must not.</summary>
    internal NetworkVerdict RefuseAddress(NetworkRequest request)
    {
        var verdict = NetworkVerdict.Blocked(NetworkVerdict.NotAllowedLocal);
        Record(request, verdict);
        return verdict;
    }

    private async ValueTask<NetworkVerdict> JudgeAsync(NetworkRequest request, NetworkOwner owner, CancellationToken cancellationToken)
    {
        var limited = options.Mode is NetworkMode.Limited;
        if (limited && request.Protocol is NetworkProtocol.Socks5Tcp or NetworkProtocol.Socks5Udp)
            return NetworkVerdict.BlockedByMode(NetworkVerdict.MethodNotAllowed);
        var verdict = await JudgeHostAsync(request, owner, cancellationToken).ConfigureAwait(false);
        if (verdict.Reason is not null)
            return verdict;
        if (request.Protocol is not NetworkProtocol.Http && (limited || rules.IsInspected(request.Host)))
            return NetworkVerdict.BlockedByMode(NetworkVerdict.InspectionRequired);
        return limited && request.Method is not ("GET" or "HEAD" or "OPTIONS") ? NetworkVerdict.BlockedByMode(NetworkVerdict.MethodNotAllowed) : verdict;
    }

    private async ValueTask<NetworkVerdict> JudgeHostAsync(NetworkRequest request, NetworkOwner owner, CancellationToken cancellationToken)
    {
        if (rules.IsDenied(request.Host))
            return NetworkVerdict.Blocked(NetworkVerdict.Denied);
        if (rules.IsClosedLiteral(request.Host))
            return NetworkVerdict.Blocked(NetworkVerdict.NotAllowedLocal);
        if (rules.IsAllowed(request.Host))
            return NetworkVerdict.Passes;
        if (approvals is null)
            return NetworkVerdict.Blocked(NetworkVerdict.NotAllowed);
        var question = new NetworkApprovalRequest(request.Host, request.Port, request.Protocol);
        var answer = await approvals.AskAsync(question, cancellationToken).ConfigureAwait(false);
        if (answer.Refusal is { } refusal)
            owner.Refused?.Invoke(refusal);
        return NetworkVerdict.OfUser(answer.IsAllowed);
    }

    private void Record(NetworkRequest request, NetworkVerdict verdict)
    {
        lock (_blocked)
        {
            if (_blocked.Count == MaximumRecords)
                _blocked.Dequeue();
            _blocked.Enqueue(new(request, verdict.Reason!, verdict.Decision, verdict.Source, time.GetUtcNow()));
        }
    }
}
