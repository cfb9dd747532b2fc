using System.Text.Json.Serialization;
using Codex.Protocol.Memories;

namespace Codex.Protocol.Events;

/// <summary>A message of the agent.</summary>
public sealed record AgentMessageEvent(
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Phase,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] MemoryCitation? MemoryCitation) : EventMsg;
