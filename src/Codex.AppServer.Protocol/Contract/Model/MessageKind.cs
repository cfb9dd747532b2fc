namespace Codex.AppServer.Protocol.Contract.Model;

/// <summary>Who sends a message, and whether it is answered.</summary>
public enum MessageKind
{
    /// <summary>The client asks.</summary>
    ClientRequest,

    /// <summary>The client tells.</summary>
    ClientNotification,

    /// <summary>The server asks.</summary>
    ServerRequest,

    /// <summary>The server tells.</summary>
    ServerNotification,
}
