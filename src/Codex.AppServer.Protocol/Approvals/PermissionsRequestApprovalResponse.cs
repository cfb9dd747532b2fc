using System.Text.Json.Serialization;

namespace Codex.AppServer.Protocol.Approvals;

/// <summary>The answer to <see cref="PermissionsRequestApprovalParams"/>.</summary>
/// <param name="Permissions">What is granted; what was not asked for is not.</param>
/// <param name="Scope"><see cref="PermissionGrantScope"/>; null is the turn.</param>
/// <param name="StrictAutoReview">Whether everything else that the turn does is reviewed first; only for a turn.</param>
public sealed record PermissionsRequestApprovalResponse(
    [property: JsonRequired] GrantedPermissionProfile Permissions, string? Scope = null, bool? StrictAutoReview = null);
