namespace Codex.AppServer.Protocol.Threads;

/// <summary>Parameters of <c>thread/compact/start</c>.</summary>
public sealed record ThreadCompactStartParams(string ThreadId);
