namespace Codex.Exec;

/// <summary>Which thread a run goes on with.</summary>
/// <param name="IdOrName">An id, a title or a name; null for the newest.</param>
/// <param name="AnyDirectory">Whether threads of other directories count.</param>
public sealed record ResumeTarget(string? IdOrName, bool AnyDirectory);
