using Codex.Protocol.Memories;

namespace Codex.Protocol.Turns;

/// <summary>What the agent answered.</summary>
/// <param name="Id">The server's message id, or a generated one.</param>
/// <param name="Text">All text parts joined.</param>
/// <param name="Phase"><c>commentary</c>, <c>final_answer</c> or null.</param>
/// <param name="MemoryCitation">Which memories it rests on.</param>
public sealed record AgentMessageTurnItem(string Id, string Text, string? Phase = null, MemoryCitation? MemoryCitation = null) : TurnItem(Id);
