using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Notices;

/// <summary>Something the user relies on will go.</summary>
public sealed record DeprecationNoticeNotification(string Summary, string? Details) : ServerNotification("deprecationNotice");
