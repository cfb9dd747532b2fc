namespace Codex.AppServer.Protocol.Items;

/// <summary>State of another agent.</summary>
/// <param name="Status"><c>pendingInit</c>, <c>running</c>, <c>interrupted</c>, <c>completed</c>, <c>errored</c>, <c>shutdown</c> or <c>notFound</c>.</param>
/// <param name="Message">Its last words.</param>
public sealed record CollabAgentState(string Status, string? Message);
