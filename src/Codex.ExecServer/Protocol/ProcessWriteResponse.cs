namespace Codex.ExecServer.Protocol;

/// <summary>What became of what was typed.</summary>
/// <param name="Status"><c>accepted</c>, <c>unknownProcess</c>, <c>stdinClosed</c> or <c>starting</c>.</param>
internal sealed record ProcessWriteResponse(string Status);
