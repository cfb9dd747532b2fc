namespace Codex.AppServer.Protocol.Threads;

/// <summary>Answer of <c>thread/start</c>.</summary>
public sealed record ThreadStartResult : LoadedThreadResult;
