namespace Codex.AppServer.Protocol.Approvals;

/// <summary>Asks for permissions for the turn or the session.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="TurnId">The turn that waits.</param>
/// <param name="ItemId">The call that asks.</param>
/// <param name="StartedAtMs">When it was asked, in milliseconds since 1970.</param>
/// <param name="Cwd">What named places are relative to.</param>
/// <param name="Reason">The model's words; null when it says nothing.</param>
/// <param name="Permissions">What it asks for.</param>
public sealed record PermissionsRequestApprovalParams(
    string ThreadId, string TurnId, string ItemId, long StartedAtMs, string Cwd, string? Reason, AdditionalPermissionProfile Permissions)
{
    /// <summary>The method's wire name.</summary>
    public const string Method = "item/permissions/requestApproval";
}
