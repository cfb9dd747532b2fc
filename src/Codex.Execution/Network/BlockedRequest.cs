namespace Codex.Execution.Network;

/// <summary>A request that did not pass.</summary>
/// <param name="Request">What was wanted; never more than host and port of an address.</param>
/// <param name="Reason">Why it did not pass.</param>
/// <param name="Decision"><c>deny</c>.</param>
/// <param name="Source">Who decided.</param>
/// <param name="Time">When.</param>
public sealed record BlockedRequest(NetworkRequest Request, string Reason, string Decision, string Source, DateTimeOffset Time);
