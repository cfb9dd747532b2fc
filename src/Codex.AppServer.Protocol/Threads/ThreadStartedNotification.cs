using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Threads;

/// <summary>A thread came into being.</summary>
public sealed record ThreadStartedNotification(ThreadInfo Thread) : ServerNotification("thread/started");
