using System.Net;
using System.Net.Sockets;
using System.Text;
using Codex.Platform;

namespace Codex.Backend.Auth.Login;

/// <summary>
/// Gets the loopback port that the login server knows. One that is taken probably belongs to a login that the user has
/// given up: it is asked to end, and after a while a second known port is tried.
/// </summary>
/// <param name="time">The clock for pauses.</param>
/// <param name="report">Tells the user what does not work.</param>
internal sealed class LoginPort(TimeProvider time, Action<string> report)
{
    /// <summary>The port to begin with.</summary>
    public const int Preferred = 1455;

    private const int Fallback = 1457;
    private const int Attempts = 10;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_cancelTimeout = TimeSpan.FromSeconds(2);

    /// <summary>A listener on the port, or on the second one when <paramref name="port"/> is <see cref="Preferred"/>.</summary>
    /// <exception cref="AuthException">Neither can be had.</exception>
    public async Task<TcpListener> ListenAsync(int port, CancellationToken cancellationToken)
    {
        if (await TryListenAsync(port, asksToEnd: true, cancellationToken).ConfigureAwait(false) is { } listener)
            return listener;
        if (port == Preferred && await TryListenAsync(Fallback, asksToEnd: false, cancellationToken).ConfigureAwait(false) is { } second)
            return second;
        throw new AuthException($"Port 127.0.0.1:{(port == Preferred ? Fallback : port)} is already in use");
    }

    private async Task<TcpListener?> TryListenAsync(int port, bool asksToEnd, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (TryListen(port) is { } listener)
                return listener;
            if (asksToEnd && attempt == 1)
                await AskToEndAsync(port, cancellationToken).ConfigureAwait(false);
            await Task.Delay(s_pause, time, cancellationToken).ConfigureAwait(false);
        }

        return null;
    }

    private static TcpListener? TryListen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException exception)
        {
            listener.Dispose();
            return exception.SocketErrorCode == SocketError.AddressAlreadyInUse ? null : throw new AuthException(exception.Message, exception);
        }
    }

    private async Task AskToEndAsync(int port, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_cancelTimeout);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, limit.Token).ConfigureAwait(false);
            var request = Encoding.ASCII.GetBytes($"GET /cancel HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
            await client.GetStream().WriteAsync(request, limit.Token).ConfigureAwait(false);
            await client.GetStream().ReadAtLeastAsync(new byte[64], 1, throwOnEndOfStream: false, limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            report($"Failed to cancel previous login server: {Reason(exception)}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Somebody listens and does not answer: not a login of ours.
        }
    }

    private static string Reason(Exception exception) =>
        exception is SocketException socket ? Errno.Describe(socket.NativeErrorCode) : exception.Message;
}
