using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Codex.Backend.Auth.Login;

namespace Codex.Backend.McpAuth.Login;

/// <summary>Waits for the browser with the code. What does not belong to this login is refused and changes nothing.</summary>
/// <param name="listener">The open port.</param>
/// <param name="path">The path that the browser comes back to.</param>
/// <param name="state">What the login page must send back.</param>
internal sealed class CallbackListener(TcpListener listener, string path, string state)
{
    private readonly TaskCompletionSource<string> _code = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The code.</summary>
    /// <exception cref="McpLoginRefusedException">The login page sent an error.</exception>
    public async Task<string> WaitAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var accepting = AcceptAsync(stop.Token);
        try
        {
            return await _code.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await accepting.ConfigureAwait(false);
            listener.Stop();
        }
    }

    private async Task AcceptAsync(CancellationToken cancellationToken)
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.RemoveAll(static connection => connection.IsCompleted);
                connections.Add(ServeAsync(await listener.AcceptSocketAsync(cancellationToken).ConfigureAwait(false), cancellationToken));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections).ConfigureAwait(false);
        }
    }

    private async Task ServeAsync(Socket socket, CancellationToken cancellationToken)
    {
        var stream = new NetworkStream(socket, ownsSocket: true);
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                if (await CallbackRequest.ReadAsync(stream, cancellationToken).ConfigureAwait(false) is not { } request)
                    return;
                var (status, text, end) = Answer(request);
                await stream.WriteAsync(Page(status, text), cancellationToken).ConfigureAwait(false);
                socket.Shutdown(SocketShutdown.Send);
                end?.Invoke();
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // The browser went away, or the login is over.
            }
        }
    }

    private (string Status, string Text, Action? End) Answer(CallbackRequest request)
    {
        if (request.Path == path && request["code"] is { } code && request["state"] == state)
            return ("200 OK", "Authentication complete. You may close this window.", () => _code.TrySetResult(code));
        if (request.Path == path && request["code"] is null && (request["error"] ?? request["error_description"]) is not null)
        {
            var refusal = new McpLoginRefusedException(request["error"], request["error_description"]);
            return ("400 Bad Request", refusal.Message, () => _code.TrySetException(refusal));
        }

        return ("400 Bad Request", "Invalid OAuth callback", null);
    }

    private static byte[] Page(string status, string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=UTF-8\r\nX-Content-Type-Options: nosniff\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
