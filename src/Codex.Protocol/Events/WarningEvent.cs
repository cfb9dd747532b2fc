namespace Codex.Protocol.Events;

/// <summary>Something the user should know.</summary>
public sealed record WarningEvent(string Message) : EventMsg;
