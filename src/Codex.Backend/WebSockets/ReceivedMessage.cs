using System.Net.WebSockets;

namespace Codex.Backend.WebSockets;

/// <summary>What was read from a connection.</summary>
/// <param name="Kind">Kind of message; <see cref="WebSocketMessageType.Close"/> for the end.</param>
/// <param name="Failure">Why the connection ended, unless the server closed it.</param>
internal readonly record struct ReceivedMessage(WebSocketMessageType Kind, Exception? Failure);
