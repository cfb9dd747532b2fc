namespace Codex.ExecServer.Protocol;

/// <summary>Names a process.</summary>
/// <param name="ProcessId">The client's name for it.</param>
internal sealed record ProcessReference(string ProcessId);
