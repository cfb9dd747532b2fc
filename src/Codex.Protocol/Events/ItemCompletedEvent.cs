using Codex.Protocol.Turns;

namespace Codex.Protocol.Events;

/// <summary>An item is finished and will not change.</summary>
public sealed record ItemCompletedEvent(string TurnId, TurnItem Item) : EventMsg;
