using Codex.Execution.Approvals;
using Codex.Execution.Network.Inspection;
using Codex.Execution.Network.Rules;
using Codex.Execution.Policy.Rules;

namespace Codex.Execution.Network;

/// <summary>
/// Decides about requests and remembers those that did not pass. Names are resolved only once they are allowed: a lookup would
/// itself carry data out.
/// </summary>
internal sealed class NetworkGate(NetworkProxyOptions options, HostRules rules, Inspector inspector, NetworkProxyServices services)
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
        // Nobody is asked about what could not pass anyway.
        var verdict = JudgeWay(request) is { } closed ? Refuse(request, closed) : await DecideHostAsync(request, owner, cancellationToken).ConfigureAwait(false);
        if (verdict.Reason is not null && options.EndsBlockedCommands)
            owner.Refused?.Invoke(verdict.Explain(request.Host));
        return verdict;
    }

    private async ValueTask<NetworkVerdict> DecideHostAsync(NetworkRequest request, NetworkOwner owner, CancellationToken cancellationToken)
    {
        var verdict = await JudgeHostAsync(request, owner, cancellationToken).ConfigureAwait(false);
        Report(request, verdict, isAboutHost: true);
        return verdict.Reason is null && JudgeMode(request) is { } refused ? Refuse(request, refused) : verdict;
    }

    /// <summary>Remembers that a request does not pass for another reason than its host.</summary>
    internal NetworkVerdict Refuse(NetworkRequest request, NetworkVerdict verdict)
    {
        Report(request, verdict, isAboutHost: false);
        return verdict;
    }

    /// <summary>The verdict about a request whose host leads where it must not.</summary>
    internal NetworkVerdict RefuseAddress(NetworkRequest request)
    {
        var verdict = NetworkVerdict.Blocked(NetworkVerdict.NotAllowedLocal);
        Report(request, verdict, isAboutHost: true);
        return verdict;
    }

    /// <summary>SOCKS says nothing about what is in it, so that only hosts without conditions are reached that way.</summary>
    private NetworkVerdict? JudgeWay(NetworkRequest request) => request.Protocol is not (NetworkProtocol.Socks5Tcp or NetworkProtocol.Socks5Udp) ? null
        : options.Mode is NetworkMode.Limited ? NetworkVerdict.BlockedByMode(NetworkVerdict.MethodNotAllowed)
        : inspector.HasHooks(request.Host) ? NetworkVerdict.BlockedByMode(NetworkVerdict.InspectionRequired)
        : null;

    private NetworkVerdict? JudgeMode(NetworkRequest request) => request.Protocol switch
    {
        NetworkProtocol.Https when inspector.Concerns(request.Host) && !inspector.IsReady => NetworkVerdict.BlockedByMode(NetworkVerdict.InspectionRequired),
        NetworkProtocol.Http when options.Mode is NetworkMode.Limited && !NetworkMethods.OnlyReads(request.Method) =>
            NetworkVerdict.BlockedByMode(NetworkVerdict.MethodNotAllowed),
        _ => null,
    };

    private async ValueTask<NetworkVerdict> JudgeHostAsync(NetworkRequest request, NetworkOwner owner, CancellationToken cancellationToken)
    {
        if (rules.IsDenied(request.Host))
            return NetworkVerdict.Blocked(NetworkVerdict.Denied);
        if (rules.IsClosedLiteral(request.Host))
            return NetworkVerdict.Blocked(NetworkVerdict.NotAllowedLocal);
        if (rules.IsAllowed(request.Host))
            return NetworkVerdict.Passes;
        if (services.Approvals is not { IsOpen: true } approvals)
            return NetworkVerdict.Blocked(NetworkVerdict.NotAllowed);
        var question = new NetworkApprovalRequest(request.Host, request.Port, request.Protocol);
        var answer = await approvals.AskAsync(question, cancellationToken).ConfigureAwait(false);
        if (answer.Refusal is { } refusal)
            owner.Refused?.Invoke(refusal);
        // Without a word a rule has decided that was saved in the meantime.
        return answer is { IsAllowed: false, Refusal: null } ? NetworkVerdict.Blocked(NetworkVerdict.Denied) : NetworkVerdict.OfUser(answer.IsAllowed);
    }

    private void Report(NetworkRequest request, NetworkVerdict verdict, bool isAboutHost)
    {
        var now = services.Time.GetUtcNow();
        if (verdict.Reason is { } reason)
            Record(new(request, reason, verdict.Decision, verdict.Source, now));
        services.Audit(new(now, request, isAboutHost, verdict.Decision, verdict.Source, verdict.AuditReason, verdict.IsOverride));
    }

    private void Record(BlockedRequest blocked)
    {
        lock (_blocked)
        {
            if (_blocked.Count == MaximumRecords)
                _blocked.Dequeue();
            _blocked.Enqueue(blocked);
        }
    }
}
