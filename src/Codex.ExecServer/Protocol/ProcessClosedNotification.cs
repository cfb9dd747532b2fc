namespace Codex.ExecServer.Protocol;

/// <summary>Nothing more comes from a process.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Seq">The last number.</param>
internal sealed record ProcessClosedNotification(string ProcessId, ulong Seq);
