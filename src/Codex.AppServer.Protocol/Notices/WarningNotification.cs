using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Notices;

/// <summary>Something the user should know.</summary>
public sealed record WarningNotification(string? ThreadId, string Message) : ServerNotification("warning");
