namespace Codex.Protocol.Events;

/// <summary>A turn began.</summary>
/// <param name="TurnId">UUIDv7.</param>
/// <param name="StartedAt">Unix seconds.</param>
/// <param name="ModelContextWindow">Effective window in tokens.</param>
/// <param name="CollaborationModeKind"><c>default</c> or <c>plan</c>.</param>
public sealed record TaskStartedEvent(
    string TurnId, long? StartedAt, long? ModelContextWindow, string CollaborationModeKind = "default") : EventMsg;
