namespace Codex.AppServer.Protocol.Threads;

/// <summary>Token counts.</summary>
public sealed record TokenUsageBreakdown(
    long TotalTokens, long InputTokens, long CachedInputTokens, long OutputTokens, long ReasoningOutputTokens);
