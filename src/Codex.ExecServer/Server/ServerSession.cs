using Codex.ExecServer.Rpc;
using Codex.ExecServer.Server.Processes;

namespace Codex.ExecServer.Server;

/// <summary>The processes of a client, which outlive its connection for a while.</summary>
internal sealed class ServerSession : IAsyncDisposable
{
    private volatile Outbox? _outbox;

    public ServerSession(string id, ProcessStarter starter, TimeProvider time, Outbox outbox)
    {
        Id = id;
        _outbox = outbox;
        Processes = new ProcessTable(starter, time, NotifyAsync);
    }

    /// <summary>What it is resumed by.</summary>
    public string Id { get; }

    /// <summary>Its processes.</summary>
    public ProcessTable Processes { get; }

    /// <summary>Whether a connection holds it.</summary>
    public bool IsAttached => _outbox is not null;

    /// <summary>Ends the wait for another connection; null while there is one.</summary>
    public CancellationTokenSource? Expiry { get; set; }

    /// <summary>Notifications go to a connection, or to nobody.</summary>
    public void SendTo(Outbox? outbox) => _outbox = outbox;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Processes.DisposeAsync();

    // What nobody hears is not lost: output is retained, and its numbers show what is missing.
    private async ValueTask NotifyAsync(ReadOnlyMemory<byte> notification)
    {
        if (_outbox is { } outbox)
            await outbox.AddAsync(notification, CancellationToken.None).ConfigureAwait(false);
    }
}
