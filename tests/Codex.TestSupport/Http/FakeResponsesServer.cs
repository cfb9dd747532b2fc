using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;

namespace Codex.TestSupport.Http;

/// <summary>
/// A scripted model provider on a loopback port. <c>POST …/responses</c> is answered by the script in order, other
/// requests by <see cref="Routes"/> or 404. Every request is kept. Dispose ends all connections.
/// With <see cref="Reply.Upgrade"/> as the route of <c>GET …/responses</c> it takes WebSockets, too: each frame is kept as a
/// request with the method <c>WS</c>, and the same script answers.
/// </summary>
public sealed class FakeResponsesServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly List<CapturedRequest> _requests = [];
    private readonly List<Task> _connections = [];
    private readonly Queue<Reply> _script;
    private readonly Task _accepting;
    private TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts listening; the script's replies are used once each.</summary>
    public FakeResponsesServer(params IEnumerable<Reply> script)
    {
        _script = new Queue<Reply>(script);
        _listener.Server.NoDelay = true;
        _listener.Start(256);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>The loopback port.</summary>
    public int Port { get; }

    /// <summary>What a provider's <c>base_url</c> is set to.</summary>
    public Uri BaseUri => new($"http://127.0.0.1:{Port}/v1");

    /// <summary>Replies for other requests, by "METHOD /path".</summary>
    public Dictionary<string, Reply> Routes { get; } = [];

    /// <summary>The answer to a model request after the script has ended.</summary>
    public Reply AfterScript { get; set; } = Reply.WithStatus(400, "the script has no reply for this request");

    /// <summary>Adds replies to the end of the script.</summary>
    public void Add(params IEnumerable<Reply> replies)
    {
        lock (_lock)
        {
            foreach (var reply in replies)
                _script.Enqueue(reply);
        }
    }

    /// <summary>Everything that arrived so far.</summary>
    public IReadOnlyList<CapturedRequest> AllRequests
    {
        get
        {
            lock (_lock)
                return [.. _requests];
        }
    }

    /// <summary>The model requests that arrived so far.</summary>
    public IReadOnlyList<CapturedRequest> Requests => [.. AllRequests.Where(IsModelRequest)];

    /// <summary>Waits until that many model requests have arrived.</summary>
    public async Task WaitForRequestsAsync(int count, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (_lock)
                next = _arrival.Task;
            if (Requests.Count >= count)
                return;
            await next.WaitAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        Task[] running;
        lock (_lock)
            running = [_accepting, .. _connections];
        await Task.WhenAll(running);
        _stop.Dispose();
    }

    /// <summary>Whether a request asks a model.</summary>
    public static bool IsModelRequest(CapturedRequest request) =>
        request.Path.EndsWith("/responses", StringComparison.Ordinal) && (request.Method is "POST" or WebSocketPeer.Method || request.IsUpgrade);

    private static bool AsksForAnswer(CapturedRequest request) =>
        IsModelRequest(request) && (request.Method == WebSocketPeer.Method ? WebSocketPeer.AsksForAnswer(request) : request.Method == "POST");

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                lock (_lock)
                    _connections.Add(ServeAsync(socket));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await Task.Yield();
        socket.NoDelay = true;
        using var stream = new NetworkStream(socket, ownsSocket: true);
        var reader = new HttpRequestReader(stream);
        var writer = new ReplyWriter(socket, stream);
        try
        {
            while (await reader.ReadAsync(_stop.Token) is { } request)
            {
                var reply = Answer(request);
                if (request.IsUpgrade && reply.Status == 101)
                {
                    await new WebSocketPeer(socket, stream, Answer).ServeAsync(request, reply, _stop.Token);
                    return;
                }

                if (!await writer.WriteAsync(reply.Make?.Invoke(request) ?? reply, _stop.Token))
                    return;
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException or WebSocketException)
        {
            // The client or the test went away.
        }
    }

    private Reply Answer(CapturedRequest request)
    {
        lock (_lock)
        {
            _requests.Add(request);
            var arrived = _arrival;
            _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);
            arrived.SetResult();
            if (AsksForAnswer(request))
                return _script.TryDequeue(out var scripted) ? scripted : AfterScript;
        }

        if (request.Method == WebSocketPeer.Method)
            return WebSocketPeer.Preparation(request);
        return Routes.GetValueOrDefault($"{request.Method} {request.Path}") ?? Reply.WithStatus(404);
    }
}
