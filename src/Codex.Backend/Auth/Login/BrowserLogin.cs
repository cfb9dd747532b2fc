using System.Net;
using System.Net.Sockets;
using Codex.Backend.Auth.Http;

namespace Codex.Backend.Auth.Login;

/// <summary>
/// A login in the user's browser (<c>codex-rs/login/src/server.rs</c>): the login page sends the browser back to a port of
/// this machine, with a code that is redeemed for tokens. The port is open from <see cref="StartAsync"/> to the end.
/// </summary>
public sealed class BrowserLogin : IDisposable
{
    private readonly TcpListener _listener;
    private readonly AuthHttp _http;
    private readonly CallbackRoutes _routes;
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _connections = [];

    private BrowserLogin(LoginOptions options, TcpListener listener)
    {
        _listener = listener;
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _http = new AuthHttp(options.CreateHandler, identity: null);
        var codes = PkceCodes.Create();
        var state = PkceCodes.CreateState();
        _routes = new CallbackRoutes(options, new CodeExchange(options, _http), codes, state, Port);
        PageUrl = AuthorizeUrl.Build(options, _routes.RedirectUri, codes, state);
    }

    /// <summary>The port that the browser comes back to.</summary>
    public int Port { get; }

    /// <summary>The page to log in at.</summary>
    public string PageUrl { get; }

    /// <summary>Opens the port.</summary>
    /// <param name="options">The login.</param>
    /// <param name="port">The port to begin with; null is the one that the login server knows, 0 any.</param>
    /// <param name="cancellationToken">Ends the wait for a port.</param>
    /// <exception cref="AuthException">There is no port.</exception>
    public static async Task<BrowserLogin> StartAsync(LoginOptions options, int? port, CancellationToken cancellationToken)
    {
        var ports = new LoginPort(options.Time, options.Report);
        return new BrowserLogin(options, await ports.ListenAsync(port ?? LoginPort.Preferred, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Serves the browser until the user has logged in.</summary>
    /// <exception cref="AuthException">The login has failed, or another one has taken its place.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var accepting = AcceptAsync(stop.Token);
        try
        {
            await _end.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await accepting.ConfigureAwait(false);
            _listener.Stop();
            await Task.WhenAll(Connections()).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _listener.Dispose();
        _turn.Dispose();
        _http.Dispose();
    }

    private async Task AcceptAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(cancellationToken).ConfigureAwait(false);
                var connection = ServeAsync(socket, cancellationToken);
                lock (_gate)
                {
                    _connections.RemoveWhere(static task => task.IsCompleted);
                    _connections.Add(connection);
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The login has ended; a port that breaks before is noticed by nobody but the browser.
        }
    }

    private Task[] Connections()
    {
        lock (_gate)
            return [.. _connections];
    }

    // Browsers open connections in advance and leave them silent: each is on its own.
    private async Task ServeAsync(Socket socket, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var stream = new NetworkStream(socket, ownsSocket: true);
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                if (await CallbackRequest.ReadAsync(stream, cancellationToken).ConfigureAwait(false) is { } request)
                    await AnswerAsync(stream, request, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException)
            {
                // The browser went away, or the login is over.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream, CallbackRequest request, CancellationToken cancellationToken)
    {
        var response = await AnswerInTurnAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            await stream.WriteAsync(response.Bytes, cancellationToken).ConfigureAwait(false);
            stream.Socket.Shutdown(SocketShutdown.Send);
        }
        finally
        {
            if (response.Failure is { } failure)
                _end.TrySetException(failure);
            else if (response.EndsLogin)
                _end.TrySetResult();
        }
    }

    private async Task<CallbackResponse> AnswerInTurnAsync(CallbackRequest request, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await _routes.AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
