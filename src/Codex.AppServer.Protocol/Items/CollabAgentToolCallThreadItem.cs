using System.Collections.Immutable;

namespace Codex.AppServer.Protocol.Items;

/// <summary>A call of a multi-agent tool.</summary>
/// <param name="Id">The call id.</param>
/// <param name="Tool"><c>spawnAgent</c>, <c>sendInput</c>, <c>resumeAgent</c>, <c>wait</c> or <c>closeAgent</c>.</param>
/// <param name="Status">One of <see cref="ItemStatus"/>.</param>
/// <param name="SenderThreadId">The calling thread.</param>
/// <param name="ReceiverThreadIds">The addressed threads.</param>
/// <param name="Prompt">What they are told.</param>
/// <param name="AgentsStates">State of each addressed agent, in order.</param>
public sealed record CollabAgentToolCallThreadItem(
    string Id,
    string Tool,
    string Status,
    string SenderThreadId,
    ImmutableArray<string> ReceiverThreadIds,
    string? Prompt,
    ImmutableSortedDictionary<string, CollabAgentState> AgentsStates) : ThreadItem(Id);
