namespace Codex.Engine.Compaction;

/// <summary>Tells when a conversation has to be compacted.</summary>
internal static class ContextLimit
{
    /// <summary>Whether the conversation takes as much of the context as it may.</summary>
    public static bool IsReached(Session session) =>
        session.Options.Model.CompactionThreshold is { } limit
        && session.History.ActiveTokens(session.Usage?.LastTokenUsage.TotalTokens ?? 0, session.CountsReasoning) >= limit;
}
