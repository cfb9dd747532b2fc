namespace Codex.ExecServer.Protocol;

/// <summary>The session of a connection.</summary>
/// <param name="SessionId">What to resume it by.</param>
internal sealed record InitializeResponse(string SessionId);
