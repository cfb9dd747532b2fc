namespace Codex.AppServer.Protocol.Connections;

/// <summary>The answer of methods that have nothing to say.</summary>
public sealed record EmptyResult;
