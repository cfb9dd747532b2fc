namespace Codex.Protocol.Events;

/// <summary>The server answered with another model than was asked for.</summary>
public sealed record ModelRerouteEvent(string FromModel, string ToModel, string Reason) : EventMsg;
