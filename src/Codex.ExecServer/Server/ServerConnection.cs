using System.Threading.Channels;
using Codex.ExecServer.Protocol;
using Codex.ExecServer.Rpc;
using Codex.ExecServer.Server.Http;
using Codex.ExecServer.Server.Processes;

namespace Codex.ExecServer.Server;

/// <summary>
/// One client. Its requests are answered one after the other, as in the original: what a request finds does not depend on
/// how fast the one before it was. When the client goes its session is kept for a while.
/// </summary>
internal sealed class ServerConnection(IRpcTransport transport, ServerServices services)
{
    private const int Backlog = 128;

    private readonly Outbox _outbox = new(transport);
    private readonly Channel<RpcMessage> _incoming = Channel.CreateBounded<RpcMessage>(
        new BoundedChannelOptions(Backlog) { SingleReader = true, SingleWriter = true });

    private bool _isInitialized;
    private SessionAttachment? _attachment;

    /// <summary>Serves the client until it has gone or breaks the rules.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var bodies = new HttpBodyStreams(services.Http, _outbox);
        var reading = ReadAsync(gone, abandoned.Token);
        var sending = _outbox.RunAsync(cancellationToken);
        try
        {
            await foreach (var message in _incoming.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                if (!await HandleAsync(message, bodies, gone.Token).ConfigureAwait(false))
                    break;
            }
        }
        finally
        {
            await bodies.DisposeAsync().ConfigureAwait(false);
            _attachment?.Detach();
            _outbox.Complete();
            await sending.ConfigureAwait(false);
            await abandoned.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(false);
        }
    }

    private async Task ReadAsync(CancellationTokenSource gone, CancellationToken cancellationToken)
    {
        try
        {
            while (await transport.ReceiveAsync(cancellationToken).ConfigureAwait(false) is { } json)
                await _incoming.Writer.WriteAsync(RpcReader.Read(json), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or InvalidDataException)
        {
            // The connection is over, one way or the other.
        }

        _incoming.Writer.TryComplete();
        await gone.CancelAsync().ConfigureAwait(false);
    }

    private async ValueTask<bool> HandleAsync(RpcMessage message, HttpBodyStreams bodies, CancellationToken gone) => message switch
    {
        RpcMessage.Request request => await AnswerAsync(request, bodies, gone).ConfigureAwait(false),
        RpcMessage.Notification notification => Note(notification),
        RpcMessage.Malformed malformed => await SendAsync(
            RpcWriter.Unreadable(RpcException.InvalidRequest(transport.UnreadablePrefix + malformed.Reason))).ConfigureAwait(false),
        _ => false,
    };

    private async ValueTask<bool> AnswerAsync(RpcMessage.Request request, HttpBodyStreams bodies, CancellationToken gone)
    {
        try
        {
            return await RouteAsync(request, bodies, gone).ConfigureAwait(false) is not { } answer || await SendAsync(answer).ConfigureAwait(false);
        }
        catch (RpcException exception)
        {
            return await SendAsync(RpcWriter.Error(request.Id, exception)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return true;
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>?> RouteAsync(RpcMessage.Request request, HttpBodyStreams bodies, CancellationToken gone)
    {
        switch (request.Method)
        {
            case Methods.Initialize:
                return Initialize(request);
            case Methods.HttpRequest:
                return await bodies.AnswerAsync(request, () => Attached("http"), gone).ConfigureAwait(false);
            case var method when ProcessRequests.Knows(method):
                return await ProcessRequests.AnswerAsync(request, () => Attached("exec").Processes, _outbox, gone).ConfigureAwait(false);
            default:
                // Not given up when the client ends its input: a file is written whole, and whoever asked may still listen.
                return await services.Files.AnswerAsync(request, () => Attached("filesystem"), CancellationToken.None).ConfigureAwait(false);
        }
    }

    private ReadOnlyMemory<byte> Initialize(RpcMessage.Request request)
    {
        var parameters = RequestParams.Read(request, Shapes.Initialize, ExecServerJson.Wire.InitializeParams);
        if (_attachment is not null)
            throw RpcException.InvalidRequest("initialize may only be sent once per connection");
        _attachment = services.Sessions.Attach(parameters.ResumeSessionId, _outbox);
        return RpcWriter.Response(request.Id, new InitializeResponse(_attachment.Session.Id), ExecServerJson.Wire.InitializeResponse);
    }

    private bool Note(RpcMessage.Notification notification)
    {
        if (notification.Method != Methods.Initialized || _attachment is null)
            return false;
        _isInitialized = true;
        return true;
    }

    private ServerSession Attached(string family) =>
        _attachment is null ? throw RpcException.InvalidRequest($"client must call initialize before using {family} methods")
        : !_isInitialized ? throw RpcException.InvalidRequest($"client must send initialized before using {family} methods")
        : _attachment.Session;

    private ValueTask<bool> SendAsync(ReadOnlyMemory<byte> message) => _outbox.AddAsync(message, CancellationToken.None);
}
