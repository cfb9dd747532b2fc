namespace Codex.Platform.Processes.Posix;

/// <summary>One line of the process table.</summary>
internal sealed record ProcessTableEntry(int Id, int Parent, int Session, bool HasEnded);
