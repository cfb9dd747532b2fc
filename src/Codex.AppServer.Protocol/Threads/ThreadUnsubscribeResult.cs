namespace Codex.AppServer.Protocol.Threads;

/// <summary>Answer of <c>thread/unsubscribe</c>.</summary>
/// <param name="Status"><c>notLoaded</c>, <c>notSubscribed</c> or <c>unsubscribed</c>.</param>
public sealed record ThreadUnsubscribeResult(string Status);
