using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Notices;

/// <summary>Something in the configuration is wrong or without effect.</summary>
public sealed record ConfigWarningNotification(string Summary, string? Details = null, string? Path = null) : ServerNotification("configWarning");
