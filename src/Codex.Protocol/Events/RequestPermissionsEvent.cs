using Codex.Protocol.Permissions;

namespace Codex.Protocol.Events;

/// <summary>
/// The agent asks for permissions: <see cref="Operations.Op.PermissionsAnswer"/> with <see cref="CallId"/> answers. The turn waits
/// as long as it takes.
/// </summary>
/// <param name="CallId">The call; also the id of the question.</param>
/// <param name="TurnId">The turn that waits.</param>
/// <param name="StartedAtMilliseconds">When it was asked, in milliseconds since 1970.</param>
/// <param name="WorkingDirectory">What named places are relative to; absolute.</param>
/// <param name="Reason">The model's words; null when it says nothing.</param>
/// <param name="Permissions">What it asks for.</param>
public sealed record RequestPermissionsEvent(
    string CallId, string TurnId, long StartedAtMilliseconds, string WorkingDirectory, string? Reason, AdditionalPermissionProfile Permissions) : EventMsg;
