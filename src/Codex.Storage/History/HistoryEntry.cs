namespace Codex.Storage.History;

/// <summary>Something that a user typed.</summary>
/// <param name="SessionId">The thread.</param>
/// <param name="Time">Unix seconds.</param>
/// <param name="Text">What was typed.</param>
public sealed record HistoryEntry(string SessionId, long Time, string Text);
