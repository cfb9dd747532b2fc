using Codex.ExecServer.Rpc;
using Codex.ExecServer.Server.Processes;

namespace Codex.ExecServer.Server;

/// <summary>The sessions of a server. One whose connection was lost is kept for ten seconds.</summary>
internal sealed class SessionRegistry(ExecServerOptions options, ProcessStarter starter) : IAsyncDisposable
{
    private static readonly TimeSpan s_keptWithoutConnection = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ServerSession> _sessions = new(StringComparer.Ordinal);
    private readonly HashSet<Task> _expiries = [];

    /// <summary>A new session, or one that is resumed.</summary>
    /// <exception cref="RpcException">There is no such session, or a connection holds it.</exception>
    public SessionAttachment Attach(string? resumedId, Outbox outbox)
    {
        lock (_gate)
            return new SessionAttachment(this, resumedId is null ? Create(outbox) : Resume(resumedId, outbox));
    }

    /// <summary>The connection of a session is over.</summary>
    public void Detach(ServerSession session)
    {
        lock (_gate)
        {
            session.SendTo(null);
            var expiry = session.Expiry = new CancellationTokenSource();
            _expiries.RemoveWhere(static task => task.IsCompleted);
            _expiries.Add(ExpireAsync(session, expiry));
        }
    }

    /// <summary>Ends every process of every session.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] expiries;
        ServerSession[] sessions;
        lock (_gate)
        {
            expiries = [.. _expiries];
            sessions = [.. _sessions.Values];
            _sessions.Clear();
            foreach (var session in sessions)
                session.Expiry?.Cancel();
        }

        await Task.WhenAll(expiries).ConfigureAwait(false);
        foreach (var session in sessions)
            await session.DisposeAsync().ConfigureAwait(false);
    }

    private ServerSession Create(Outbox outbox)
    {
        var session = new ServerSession(options.Ids.NewVersion4().ToString(), starter, options.Time, outbox);
        _sessions.Add(session.Id, session);
        return session;
    }

    private ServerSession Resume(string id, Outbox outbox)
    {
        if (!_sessions.TryGetValue(id, out var session))
            throw RpcException.InvalidRequest($"unknown session id {id}");
        if (session.IsAttached)
            throw RpcException.InvalidRequest($"session {id} is already attached to another connection");
        session.Expiry?.Cancel();
        session.Expiry = null;
        session.SendTo(outbox);
        return session;
    }

    private async Task ExpireAsync(ServerSession session, CancellationTokenSource expiry)
    {
        using (expiry)
        {
            await Task.Delay(s_keptWithoutConnection, options.Time, expiry.Token)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
            lock (_gate)
            {
                if (!ReferenceEquals(session.Expiry, expiry))
                    return;
                session.Expiry = null;
                if (expiry.IsCancellationRequested || !_sessions.Remove(session.Id))
                    return;
            }
        }

        await session.DisposeAsync().ConfigureAwait(false);
    }
}
