using System.Text.Json.Serialization;
using Codex.Protocol.Turns;

namespace Codex.Protocol.Events;

/// <summary>An item is finished and will not change. Reaches rollouts for proposed plans only: other items have older events for that.</summary>
public sealed record ItemCompletedEvent(string TurnId, TurnItem Item) : EventMsg
{
    /// <summary>The thread; given where the event is recorded.</summary>
    [JsonPropertyOrder(-1)]
    public string? ThreadId { get; init; }

    /// <summary>Unix milliseconds; given where the event is recorded.</summary>
    [JsonPropertyOrder(1)]
    public long? CompletedAtMs { get; init; }
}
