namespace Codex.ExecServer.Rpc;

/// <summary>Carries whole messages between two programs. One reader and one writer at a time.</summary>
internal interface IRpcTransport : IAsyncDisposable
{
    /// <summary>What an answer to a message that cannot be read begins with.</summary>
    string UnreadablePrefix { get; }

    /// <summary>The next message, valid until the next call; null when the other side has ended.</summary>
    ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken);

    /// <summary>Sends a message.</summary>
    /// <exception cref="IOException">The other side has gone.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken);
}
