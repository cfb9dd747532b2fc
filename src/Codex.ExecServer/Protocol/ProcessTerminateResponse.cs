namespace Codex.ExecServer.Protocol;

/// <summary>What a request to end a process found.</summary>
/// <param name="Running">Whether it still ran.</param>
internal sealed record ProcessTerminateResponse(bool Running);
