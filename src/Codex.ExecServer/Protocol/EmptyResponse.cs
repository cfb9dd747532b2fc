namespace Codex.ExecServer.Protocol;

/// <summary>An answer that says no more than that it is done.</summary>
internal sealed record EmptyResponse;
