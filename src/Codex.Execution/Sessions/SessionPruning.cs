namespace Codex.Execution.Sessions;

/// <summary>Chooses which session gives way to a new one.</summary>
internal static class SessionPruning
{
    internal const int MostSessions = 64;

    /// <summary>The latest used ones are never chosen.</summary>
    private const int Protected = 8;

    /// <summary>The least recently used session that has ended, else the least recently used one; null while there is room.</summary>
    internal static CommandSession? Choose(IReadOnlyCollection<CommandSession> sessions)
    {
        if (sessions.Count < MostSessions)
            return null;
        var candidates = sessions.OrderBy(session => session.LastUsed).Take(sessions.Count - Protected).ToList();
        return candidates.Find(session => session.Process.Completion.IsCompleted) ?? candidates.FirstOrDefault();
    }
}
