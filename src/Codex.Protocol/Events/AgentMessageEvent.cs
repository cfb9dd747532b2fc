using System.Text.Json;
using System.Text.Json.Serialization;

namespace Codex.Protocol.Events;

/// <summary>A message of the agent.</summary>
public sealed record AgentMessageEvent(
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Phase,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] JsonElement? MemoryCitation) : EventMsg;
