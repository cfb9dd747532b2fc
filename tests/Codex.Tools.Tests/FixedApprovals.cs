using Codex.Protocol.Permissions;
using Codex.Tools.Approvals;

namespace Codex.Tools.Tests;

/// <summary>Answers every question in the same way and writes the questions down.</summary>
internal sealed class FixedApprovals(ApprovalAnswer answer) : IApprovals
{
    internal List<CommandApproval> Commands { get; } = [];

    internal List<PatchApproval> Patches { get; } = [];

    /// <summary>The call that had run in its sandbox before; null for none.</summary>
    internal string? RetriedCall { get; init; }

    internal List<PermissionsApproval> Permissions { get; } = [];

    /// <summary>What is answered to requests for permissions.</summary>
    internal PermissionGrant Grant { get; init; } = PermissionGrant.None;

    public AdditionalPermissionProfile? Granted { get; init; }

    public bool AsksAboutEverything { get; init; }

    public bool IsTakenUp(string callId) => callId == RetriedCall;

    public bool AwaitsRetry(string callId) => callId == RetriedCall;

    public ValueTask<ApprovalAnswer> AskAsync(CommandApproval request, CancellationToken cancellationToken)
    {
        Commands.Add(request);
        return ValueTask.FromResult(answer);
    }

    public ValueTask<ApprovalAnswer> AskAsync(PatchApproval request, CancellationToken cancellationToken)
    {
        Patches.Add(request);
        return ValueTask.FromResult(answer);
    }

    public ValueTask<PermissionGrant> AskAsync(PermissionsApproval request, CancellationToken cancellationToken)
    {
        Permissions.Add(request);
        return ValueTask.FromResult(Grant);
    }
}
