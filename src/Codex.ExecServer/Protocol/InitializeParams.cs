namespace Codex.ExecServer.Protocol;

/// <summary>The first request of a connection.</summary>
/// <param name="ClientName">Who connects.</param>
/// <param name="ResumeSessionId">A session whose connection was lost; null for a new one.</param>
internal sealed record InitializeParams(string ClientName, string? ResumeSessionId);
