namespace Codex.Execution.Approvals;

/// <summary>
/// Asked by whoever guards the network about a host that no rule speaks about; the engine implements it. Safe for concurrent
/// calls: requests for the same host and port wait for the same answer.
/// </summary>
public interface INetworkApprovals
{
    /// <summary>Whether anybody may be asked at the moment; otherwise such hosts are blocked.</summary>
    bool IsOpen { get; }

    /// <summary>The decision. Waits for the user if the approval policy lets somebody be asked.</summary>
    /// <param name="request">What a command wants to reach.</param>
    /// <param name="cancellationToken">Ends the wait of this request; the question goes on for others.</param>
    ValueTask<NetworkApproval> AskAsync(NetworkApprovalRequest request, CancellationToken cancellationToken);
}
