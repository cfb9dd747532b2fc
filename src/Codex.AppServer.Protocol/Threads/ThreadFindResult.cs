namespace Codex.AppServer.Protocol.Threads;

/// <summary>The thread that was found.</summary>
/// <param name="ThreadId">Null when there is none.</param>
public sealed record ThreadFindResult(string? ThreadId);
