namespace Codex.ExecServer.Protocol;

/// <summary>Something that a process printed.</summary>
/// <param name="Seq">Its place among all that happened to the process, from 1.</param>
/// <param name="Stream"><c>stdout</c>, <c>stderr</c> or <c>pty</c>.</param>
/// <param name="Chunk">The bytes.</param>
internal sealed record ProcessChunk(ulong Seq, string Stream, byte[] Chunk);
