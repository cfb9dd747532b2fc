namespace Codex.ExecServer.Protocol;

/// <summary>A process ended; output may still follow.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Seq">Its place among all that happened to the process.</param>
/// <param name="ExitCode">How: -1 by a signal, 1 on a terminal.</param>
internal sealed record ProcessExitedNotification(string ProcessId, ulong Seq, int ExitCode);
