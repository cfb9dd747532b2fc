namespace Codex.Storage.Rollouts;

/// <summary>A thread's file.</summary>
/// <param name="Path">The file.</param>
/// <param name="ThreadId">The thread that it says it holds.</param>
/// <param name="IsArchived">Whether it lies in the archive.</param>
public sealed record RolloutFile(string Path, string ThreadId, bool IsArchived);
