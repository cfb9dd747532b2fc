using Codex.Protocol.Permissions;

namespace Codex.Tools.Approvals;

/// <summary>Decides what a turn may not do by itself: asks the user, or whoever reviews instead; implemented by the engine.</summary>
public interface IApprovals
{
    /// <summary>
    /// Whether this call was made by a process that was killed while it waited for an answer: it is asked about again whatever the
    /// rules say now, so that only one process acts on an answer.
    /// </summary>
    bool IsTakenUp(string callId);

    /// <summary>
    /// Whether this call, made by a process that was killed, had already run in its sandbox and asked to run without: the first
    /// attempt must not be repeated.
    /// </summary>
    bool AwaitsRetry(string callId);

    /// <summary>What was granted for this turn and for the session beyond the sandbox; null when nothing was.</summary>
    AdditionalPermissionProfile? Granted { get; }

    /// <summary>Whether everything is asked about, also what nobody would need to be asked about.</summary>
    bool AsksAboutEverything { get; }

    /// <summary>Asks about a command; waits as long as it takes.</summary>
    ValueTask<ApprovalAnswer> AskAsync(CommandApproval request, CancellationToken cancellationToken);

    /// <summary>Asks about a patch; waits as long as it takes.</summary>
    ValueTask<ApprovalAnswer> AskAsync(PatchApproval request, CancellationToken cancellationToken);

    /// <summary>
    /// Asks for permissions; waits as long as it takes. What is granted is part of <see cref="Granted"/> from then on; it is nothing
    /// where nobody may be asked.
    /// </summary>
    ValueTask<PermissionGrant> AskAsync(PermissionsApproval request, CancellationToken cancellationToken);
}
