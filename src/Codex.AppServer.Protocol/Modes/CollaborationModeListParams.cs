namespace Codex.AppServer.Protocol.Modes;

/// <summary>Parameters of <c>collaborationMode/list</c>: none.</summary>
public sealed record CollaborationModeListParams;
