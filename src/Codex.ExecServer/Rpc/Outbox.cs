using System.Threading.Channels;

namespace Codex.ExecServer.Rpc;

/// <summary>What is to be sent over a connection, in order. Whoever adds waits while the other side does not read.</summary>
/// <param name="transport">The connection.</param>
internal sealed class Outbox(IRpcTransport transport)
{
    private const int Capacity = 128;

    private readonly Channel<ReadOnlyMemory<byte>> _messages = Channel.CreateBounded<ReadOnlyMemory<byte>>(
        new BoundedChannelOptions(Capacity) { SingleReader = true });

    /// <summary>Adds a message; false when the connection has ended.</summary>
    public async ValueTask<bool> AddAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        try
        {
            await _messages.Writer.WriteAsync(message, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ChannelClosedException)
        {
            return false;
        }
    }

    /// <summary>Nothing more is added.</summary>
    public void Complete() => _messages.Writer.TryComplete();

    /// <summary>Sends until there is nothing more to send, or the other side has gone.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in _messages.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                await transport.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The reader of the connection notices the end, too.
        }
        finally
        {
            Complete();
        }
    }
}
