using Codex.AppServer.Protocol.Turns;

namespace Codex.AppServer.Protocol.Reviews;

/// <summary>Answer of <c>review/start</c>.</summary>
/// <param name="Turn">The turn of the review; its only item is the target as a user's message.</param>
/// <param name="ReviewThreadId">The thread that shows the review.</param>
public sealed record ReviewStartResult(Turn Turn, string ReviewThreadId);
