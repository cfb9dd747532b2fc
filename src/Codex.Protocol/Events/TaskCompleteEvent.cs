using System.Text.Json.Serialization;

namespace Codex.Protocol.Events;

/// <summary>A turn ended well, or with an error that was reported before.</summary>
/// <param name="TurnId">The turn.</param>
/// <param name="LastAgentMessage">The final message; null when there was none.</param>
/// <param name="CompletedAt">Unix seconds.</param>
/// <param name="DurationMs">Milliseconds since the start of the turn.</param>
/// <param name="TimeToFirstTokenMs">Milliseconds to the first output of the model.</param>
public sealed record TaskCompleteEvent(
    string TurnId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? LastAgentMessage,
    long? CompletedAt = null,
    long? DurationMs = null,
    long? TimeToFirstTokenMs = null) : EventMsg;
