namespace Codex.Protocol.Events;

/// <summary>An event of a thread.</summary>
/// <param name="Id">The turn that produced it; empty for session events.</param>
/// <param name="Message">What happened.</param>
public sealed record Event(string Id, EventMsg Message);
