namespace Codex.Protocol.Rollouts;

/// <summary>How user and agent work together: <c>default</c> or <c>plan</c>, and the settings of that mode.</summary>
public sealed record CollaborationMode(string Mode, CollaborationSettings Settings);
