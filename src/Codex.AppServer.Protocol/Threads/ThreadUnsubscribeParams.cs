namespace Codex.AppServer.Protocol.Threads;

/// <summary>Parameters of <c>thread/unsubscribe</c>.</summary>
public sealed record ThreadUnsubscribeParams(string ThreadId);
