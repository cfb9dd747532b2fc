using Codex.AppServer.Approvals;
using Codex.AppServer.Connections;
using Codex.AppServer.Processors;
using Codex.AppServer.Threads;

namespace Codex.AppServer;

/// <summary>The app-server inside this process: threads, and the clients connected to them.</summary>
public sealed class AppServerHost : IAsyncDisposable
{
    private readonly AppServerServices _services;
    private readonly LoadedThreads _loaded = new();

    /// <summary>Creates a server without clients.</summary>
    public AppServerHost(AppServerServices services)
    {
        _services = services;
        Threads = new ThreadProcessor(services, _loaded, Requests);
        Turns = new TurnProcessor(_loaded);
        Reviews = new ReviewProcessor(_loaded);
        Operations = new ThreadOperationProcessor(_loaded);
    }

    internal ServerRequests Requests { get; } = new();

    internal ThreadProcessor Threads { get; }

    internal TurnProcessor Turns { get; }

    internal ReviewProcessor Reviews { get; }

    internal ThreadOperationProcessor Operations { get; }

    /// <summary>Connects a client of this process.</summary>
    /// <param name="unusedNotifications">Wire names of notifications that the client does not want; they are not even made.</param>
    public InProcessConnection Connect(IEnumerable<string> unusedNotifications)
    {
        var connection = new InProcessConnection(this, new ClientOutbox(unusedNotifications));
        foreach (var warning in _services.ConfigWarnings)
            connection.Outbox.TrySend(warning);
        return connection;
    }

    /// <summary>Ends all threads.</summary>
    public ValueTask DisposeAsync() => _loaded.DisposeAsync();

    internal ValueTask DisconnectAsync(ClientOutbox outbox) => _loaded.UnsubscribeAllAsync(outbox);
}
