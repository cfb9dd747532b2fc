namespace Codex.ExecServer.Protocol;

/// <summary>A process printed something.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Seq">Its place among all that happened to the process.</param>
/// <param name="Stream"><c>stdout</c>, <c>stderr</c> or <c>pty</c>.</param>
/// <param name="Chunk">The bytes.</param>
internal sealed record ProcessOutputNotification(string ProcessId, ulong Seq, string Stream, byte[] Chunk);
