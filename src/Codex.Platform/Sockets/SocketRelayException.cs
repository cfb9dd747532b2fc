namespace Codex.Platform.Sockets;

/// <summary>A relay could not connect, or one of its ends broke.</summary>
/// <param name="message">What failed.</param>
/// <param name="causes">Why, from the outside to the inside.</param>
/// <param name="innerException">What was caught.</param>
public sealed class SocketRelayException(string message, IReadOnlyList<string> causes, Exception innerException) : Exception(message, innerException)
{
    /// <summary>Why, from the outside to the inside.</summary>
    public IReadOnlyList<string> Causes => causes;
}
