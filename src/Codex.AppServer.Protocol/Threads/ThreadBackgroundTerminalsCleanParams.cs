namespace Codex.AppServer.Protocol.Threads;

/// <summary>Parameters of <c>thread/backgroundTerminals/clean</c>.</summary>
public sealed record ThreadBackgroundTerminalsCleanParams(string ThreadId);
