using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.AutoReviews;

/// <summary>What a reviewer decided, for people.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="Message">The verdict and why.</param>
public sealed record GuardianWarningNotification(string ThreadId, string Message) : ServerNotification("guardianWarning");
