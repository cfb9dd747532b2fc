using System.Net.Sockets;
using Codex.Platform;

namespace Codex.Backend.Relay;

/// <summary>A relay cannot start.</summary>
public sealed class RelayException(string message, string cause, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Why, for the line below the message.</summary>
    public string Cause => cause;

    internal static RelayException Because(string message, Exception exception) => new(
        message, exception is SocketException socket ? Errno.Describe(socket.ErrorCode) : Errno.Describe(exception), exception);
}
