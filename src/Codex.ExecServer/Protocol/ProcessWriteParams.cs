namespace Codex.ExecServer.Protocol;

/// <summary>Something to type into a process.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Chunk">The bytes.</param>
internal sealed record ProcessWriteParams(string ProcessId, byte[] Chunk);
