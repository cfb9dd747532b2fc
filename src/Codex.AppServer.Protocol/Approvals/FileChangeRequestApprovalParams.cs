namespace Codex.AppServer.Protocol.Approvals;

/// <summary>Asks whether a patch may be applied; its item, which was started before, says what it does.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="TurnId">The turn that waits.</param>
/// <param name="ItemId">The patch's item.</param>
/// <param name="StartedAtMs">When it was asked, in milliseconds since 1970.</param>
/// <param name="Reason">Why it is asked; null when nothing is said.</param>
/// <param name="GrantRoot">Always null: no directory is asked for.</param>
public sealed record FileChangeRequestApprovalParams(
    string ThreadId, string TurnId, string ItemId, long StartedAtMs, string? Reason, string? GrantRoot = null)
{
    /// <summary>The method's wire name.</summary>
    public const string Method = "item/fileChange/requestApproval";
}
