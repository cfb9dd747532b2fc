using System.Net.Sockets;
using System.Runtime.InteropServices;
using Codex.Platform.Posix.Native;

namespace Codex.Platform.Sockets;

/// <summary>Connects a pair of streams with a socket file (<c>codex-rs/stdio-to-uds</c>). Memory is constant.</summary>
public sealed class SocketRelay : IDisposable
{
    private readonly Socket _socket;

    private SocketRelay(Socket socket) => _socket = socket;

    /// <summary>Connects.</summary>
    /// <exception cref="SocketRelayException">Nobody listens there.</exception>
    public static async Task<SocketRelay> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken).ConfigureAwait(false);
            return new SocketRelay(socket);
        }
        catch (Exception exception) when (exception is SocketException or ArgumentOutOfRangeException)
        {
            socket.Dispose();
            var reason = exception is SocketException failure ? WhyNotConnected(failure, path) : "path must be shorter than SUN_LEN";
            throw new SocketRelayException($"failed to connect to socket at {path}", [reason], exception);
        }
    }

    /// <summary>Copies in both directions until both have ended: the end of the input is the end of what the socket gets.</summary>
    /// <exception cref="SocketRelayException">One of the four ends broke.</exception>
    public async Task RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        var stream = new NetworkStream(_socket, ownsSocket: false);
        await using (stream.ConfigureAwait(false))
        {
            Task[] directions = [SendAsync(input, stream, cancellationToken), ReceiveAsync(stream, output, cancellationToken)];
            // The first failure ends both: the other direction may wait for ever.
            await foreach (var direction in Task.WhenEach(directions).ConfigureAwait(false))
                await direction.ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    // Reading standard input blocks: a thread of the pool is lent to it.
    private Task SendAsync(Stream input, NetworkStream stream, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            await CopyAsync(input, stream, "failed to copy data from stdin to socket", cancellationToken).ConfigureAwait(false);
            ShutDown();
        },
        cancellationToken);

    private static Task ReceiveAsync(NetworkStream stream, Stream output, CancellationToken cancellationToken) =>
        CopyAsync(stream, output, label: null, cancellationToken);

    private static async Task CopyAsync(Stream from, Stream to, string? label, CancellationToken cancellationToken)
    {
        try
        {
            await from.CopyToAsync(to, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            throw Failure(label, exception);
        }
    }

    // A peer that has closed already is no failure.
    private void ShutDown()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.NotConnected)
        {
            // The peer has got everything.
        }
        catch (SocketException exception)
        {
            throw Failure("failed to shutdown socket writer", exception);
        }
    }

    private static SocketRelayException Failure(string? label, Exception exception)
    {
        var socket = exception as SocketException ?? exception.InnerException as SocketException;
        var reason = socket is null ? Errno.Describe(exception) : Describe(socket);
        return new SocketRelayException("failed to relay data between stdio and socket", label is null ? [reason] : [label, reason], exception);
    }

    // .NET has no word, and no number either, for part of what can be wrong with a path: the system is asked again.
    private static string WhyNotConnected(SocketException exception, string path)
    {
        if (exception.SocketErrorCode != SocketError.SocketError || OperatingSystem.IsWindows())
            return Describe(exception);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var address = new UnixDomainSocketEndPoint(path).Serialize();
        return SocketAddresses.Connect(socket.SafeHandle, address.Buffer.Span[..address.Size], (uint)address.Size) is 0
            ? exception.Message
            : Errno.Describe(Marshal.GetLastPInvokeError());
    }

    // .NET has one word for a path that is not there and an address that is not ours.
    private static string Describe(SocketException exception) =>
        Errno.Describe(exception.SocketErrorCode == SocketError.AddressNotAvailable ? Errno.NoEntry : exception.NativeErrorCode);
}
