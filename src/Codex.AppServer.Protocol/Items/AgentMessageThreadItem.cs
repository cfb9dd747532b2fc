namespace Codex.AppServer.Protocol.Items;

/// <summary>What the agent answered.</summary>
/// <param name="Id">Item id.</param>
/// <param name="Text">Empty at the start of a streamed message.</param>
/// <param name="Phase"><c>commentary</c>, <c>final_answer</c> or null.</param>
/// <param name="MemoryCitation">Which memories it rests on.</param>
public sealed record AgentMessageThreadItem(string Id, string Text, string? Phase, MemoryCitation? MemoryCitation = null) : ThreadItem(Id);
