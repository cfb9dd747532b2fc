namespace Codex.AppServer.Protocol.Threads;

/// <summary>Tokens of a thread so far and of its last request.</summary>
public sealed record ThreadTokenUsage(TokenUsageBreakdown Total, TokenUsageBreakdown Last, long? ModelContextWindow);
