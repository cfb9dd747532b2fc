using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Threads;

/// <summary>A thread does something else now.</summary>
/// <param name="ThreadId">The thread.</param>
/// <param name="Status">What it does.</param>
public sealed record ThreadStatusChangedNotification(string ThreadId, ThreadStatus Status) : ServerNotification(Name)
{
    /// <summary>The wire name.</summary>
    public const string Name = "thread/status/changed";
}
