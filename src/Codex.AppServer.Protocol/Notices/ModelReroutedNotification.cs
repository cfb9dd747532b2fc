using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Notices;

/// <summary>The server answered with another model than was asked for.</summary>
public sealed record ModelReroutedNotification(
    string ThreadId, string TurnId, string FromModel, string ToModel, string Reason) : ServerNotification("model/rerouted");
