using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Protocol.Turns;

/// <summary>An error in a turn.</summary>
/// <param name="Error">What went wrong.</param>
/// <param name="WillRetry">Whether another attempt follows; otherwise the turn has failed.</param>
/// <param name="ThreadId">The thread.</param>
/// <param name="TurnId">The turn.</param>
public sealed record ErrorNotification(TurnError Error, bool WillRetry, string ThreadId, string TurnId) : ServerNotification("error");
