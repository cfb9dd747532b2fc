namespace Codex.ExecServer.Protocol;

/// <summary>Retained output and the state of a process.</summary>
/// <param name="Chunks">The output, oldest first.</param>
/// <param name="NextSeq">Where to go on.</param>
/// <param name="Exited">Whether the process has ended.</param>
/// <param name="ExitCode">How; null while it runs.</param>
/// <param name="Closed">Whether nothing more will come.</param>
/// <param name="Failure">Why the process cannot be followed any more; null when it can.</param>
internal sealed record ProcessReadResponse(
    IReadOnlyList<ProcessChunk> Chunks, ulong NextSeq, bool Exited, int? ExitCode, bool Closed, string? Failure);
