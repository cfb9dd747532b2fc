using Codex.Backend.Models;

namespace Codex.Engine.Compaction;

/// <summary>Tells when a conversation has to be compacted.</summary>
internal static class ContextLimit
{
    /// <summary>Whether the conversation takes as much of the context as it may.</summary>
    public static bool IsReached(Session session)
    {
        var tokens = Tokens(session);
        var model = session.Options.Model;
        return session.Options.CompactsByBody
            ? tokens - (session.ContextPrefix.Tokens ?? tokens) >= (model.AutoCompactTokenLimit ?? model.CompactionThreshold) || tokens >= model.EffectiveContextWindow
            : tokens >= model.CompactionThreshold;
    }

    /// <summary>The model of the turn before, when the conversation fits it and not the one that goes on; null otherwise.</summary>
    public static ModelInfo? LargerModel(Session session)
    {
        var model = session.Options.Model;
        if (session.LastModel is not { } slug || slug == model.Slug)
            return null;
        var last = session.Options.ResolveModel(slug);
        var tokens = Tokens(session);
        var isReached = tokens >= model.EffectiveContextWindow || (!session.Options.CompactsByBody && tokens > model.CompactionThreshold);
        return isReached && last.EffectiveContextWindow > model.EffectiveContextWindow && last.Slug != model.Slug ? last : null;
    }

    private static long Tokens(Session session) =>
        session.History.ActiveTokens(session.Usage?.LastTokenUsage.TotalTokens ?? 0, session.CountsReasoning);
}
