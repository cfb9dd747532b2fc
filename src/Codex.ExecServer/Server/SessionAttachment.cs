namespace Codex.ExecServer.Server;

/// <summary>That a connection holds a session.</summary>
/// <param name="registry">The sessions.</param>
/// <param name="session">The session.</param>
internal sealed class SessionAttachment(SessionRegistry registry, ServerSession session)
{
    /// <summary>The session.</summary>
    public ServerSession Session { get; } = session;

    /// <summary>The connection is over; the session waits for another one.</summary>
    public void Detach() => registry.Detach(Session);
}
