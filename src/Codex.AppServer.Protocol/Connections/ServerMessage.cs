namespace Codex.AppServer.Protocol.Connections;

/// <summary>Something a server sends unasked: a notification or a request.</summary>
public abstract record ServerMessage;
