namespace Codex.AppServer.Protocol.Threads;

/// <summary>Parameters of <c>thread/shellCommand</c>.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="Command">A script for the user's shell; not blank.</param>
public sealed record ThreadShellCommandParams(string ThreadId, string Command);
