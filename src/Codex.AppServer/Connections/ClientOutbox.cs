using System.Collections.Frozen;
using System.Threading.Channels;
using Codex.AppServer.Protocol.Connections;

namespace Codex.AppServer.Connections;

/// <summary>What waits to be read by one client. Bounded: a client that does not read holds up its threads' notifications.</summary>
internal sealed class ClientOutbox(IEnumerable<string> unusedNotifications)
{
    private const int Capacity = 1024;

    private readonly FrozenSet<string> _unused = unusedNotifications.ToFrozenSet();
    private readonly Channel<ServerMessage> _messages = Channel.CreateBounded<ServerMessage>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>The messages, for the client.</summary>
    public ChannelReader<ServerMessage> Reader => _messages.Reader;

    /// <summary>Whether the client takes notifications of a kind.</summary>
    public bool Wants(string method) => !_unused.Contains(method);

    /// <summary>Sends when there is room; false when the client is gone or slow.</summary>
    public bool TrySend(ServerMessage message) =>
        message is ServerNotification { Method: var method } && !Wants(method) || _messages.Writer.TryWrite(message);

    /// <summary>Sends, waiting for room. Nothing happens when the client is gone.</summary>
    public async ValueTask SendAsync(ServerMessage message)
    {
        while (!TrySend(message))
        {
            if (!await _messages.Writer.WaitToWriteAsync().ConfigureAwait(false))
                return;
        }
    }

    /// <summary>The client is gone.</summary>
    public void Close() => _messages.Writer.TryComplete();
}
