namespace Codex.ExecServer.Protocol;

/// <summary>Asks for retained output.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="AfterSeq">What the client has already; null for nothing.</param>
/// <param name="MaxBytes">The most to return, one chunk excepted; null for all.</param>
/// <param name="WaitMs">How long to wait for something new; null not to wait.</param>
internal sealed record ProcessReadParams(string ProcessId, ulong? AfterSeq, ulong? MaxBytes, ulong? WaitMs);
