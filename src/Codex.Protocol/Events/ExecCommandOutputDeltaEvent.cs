using Codex.Protocol.Turns;

namespace Codex.Protocol.Events;

/// <summary>Output of a running command; at most 8192 bytes.</summary>
public sealed record ExecCommandOutputDeltaEvent(string CallId, ExecOutputStream Stream, ReadOnlyMemory<byte> Chunk) : EventMsg;
