using Codex.Protocol.Permissions;

namespace Codex.Tools.Approvals;

/// <summary>Permissions that somebody has to grant.</summary>
/// <param name="CallId">The call.</param>
/// <param name="Permissions">What it asks for; not empty.</param>
/// <param name="Reason">The model's words; null when it says nothing.</param>
public sealed record PermissionsApproval(string CallId, AdditionalPermissionProfile Permissions, string? Reason);
