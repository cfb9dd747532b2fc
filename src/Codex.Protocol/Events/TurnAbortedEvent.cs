using System.Text.Json.Serialization;

namespace Codex.Protocol.Events;

/// <summary>A turn was cut short.</summary>
/// <param name="TurnId">The turn.</param>
/// <param name="Reason">See <see cref="Turns.TurnAbortReason"/>.</param>
/// <param name="CompletedAt">Unix seconds.</param>
/// <param name="DurationMs">Milliseconds since the start of the turn.</param>
public sealed record TurnAbortedEvent(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? TurnId,
    string Reason,
    long? CompletedAt = null,
    long? DurationMs = null) : EventMsg;
