namespace Codex.AppServer.Protocol.Threads;

/// <summary>Answer of <c>thread/resume</c>.</summary>
public sealed record ThreadResumeResult : LoadedThreadResult;
