using System.Net.Sockets;
using Codex.Execution.Network.Inspection;
using Codex.Execution.Network.Upstream;
using Codex.Execution.Policy.Rules;

namespace Codex.Execution.Network.Http;

/// <summary>
/// One connection of a client that takes us for an HTTP proxy: one request, or one tunnel. Nothing of a second request is read,
/// so that none can hide behind the first.
/// </summary>
internal sealed class HttpConnection(NetworkStream client, NetworkContext context, NetworkOwner owner)
{
    private readonly HttpExchange _exchange = new(client, context, "upstream failure");

    /// <summary>Serves it to its end.</summary>
    internal async Task ServeAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await _exchange.ReadRequestAsync(cancellationToken).ConfigureAwait(false) is { } head)
                await ServeAsync(head, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpHeadException error)
        {
            await _exchange.AnswerAsync(error.Status, error.Message, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ServeAsync(HttpHead head, CancellationToken cancellationToken)
    {
        if (head.StartLine[2] is not ("HTTP/1.1" or "HTTP/1.0"))
            throw new HttpHeadException(400, "unsupported HTTP version");
        if (head.Single("x-unix-socket") is not null)
            RefuseSocket(head.StartLine[0]);
        var isTunnel = head.StartLine[0] is "CONNECT";
        var target = HttpTarget.Of(head);
        _ = head.BodyLength();
        var request = Describe(isTunnel ? NetworkProtocol.Https : NetworkProtocol.Http, target.Host, target.Port, head.StartLine[0]);
        var verdict = await context.Gate.DecideAsync(request, owner, cancellationToken).ConfigureAwait(false);
        if (verdict.Reason is not null)
        {
            await _exchange.RefuseAsync(request, verdict, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            await PassAsync(head, target, isTunnel, cancellationToken).ConfigureAwait(false);
        }
        catch (ClosedAddressException)
        {
            await _exchange.RefuseAsync(request, context.Gate.RefuseAddress(request), cancellationToken).ConfigureAwait(false);
        }
    }

    // Whatever path the client names, records hold this word.
    private void RefuseSocket(string method)
    {
        context.Gate.Refuse(Describe(NetworkProtocol.Http, "unix-socket", 0, method), NetworkVerdict.SocketUnsupported);
        throw new HttpHeadException(501, "unix sockets unsupported");
    }

    private NetworkRequest Describe(NetworkProtocol protocol, string host, int port, string method) => new(protocol, host, port, method)
    {
        CallId = owner.CallId,
        Client = client.Socket.RemoteEndPoint?.ToString(),
    };

    private Task PassAsync(HttpHead head, HttpTarget target, bool isTunnel, CancellationToken cancellationToken) =>
        !isTunnel ? ForwardAsync(head, target, cancellationToken)
        : context.Inspector.Concerns(target.Host) ? InspectAsync(target, cancellationToken)
        : TunnelAsync(target, cancellationToken);

    private async Task TunnelAsync(HttpTarget target, CancellationToken cancellationToken)
    {
        if (await _exchange.ConnectAsync(token => context.Connector.TunnelAsync(target.Host, target.Port, token), cancellationToken).ConfigureAwait(false) is not { } server)
            return;
        await using (server.ConfigureAwait(false))
        {
            using var limit = new IdleLimit(context.IdleLimit, context.Time, cancellationToken);
            await client.WriteAsync(HttpAnswer.Connected, limit.Token).ConfigureAwait(false);
            await Tunnel.RunAsync(client, server, _exchange.Reader.ReadAsync, limit).ConfigureAwait(false);
        }
    }

    private async Task InspectAsync(HttpTarget target, CancellationToken cancellationToken)
    {
        if (_exchange.Reader.HasUnread)
            throw new HttpHeadException(400, "nothing may follow before the tunnel is there");
        var options = context.Inspector.AsServer(target.Host);
        await client.WriteAsync(HttpAnswer.Connected, cancellationToken).ConfigureAwait(false);
        await new InspectedConnection(client, target, context, owner).ServeAsync(options, cancellationToken).ConfigureAwait(false);
    }

    private Task ForwardAsync(HttpHead head, HttpTarget target, CancellationToken cancellationToken)
    {
        var proxy = context.Connector.ProxyFor(target.Host, isSecure: false);
        var path = proxy is null ? target.Path : $"http://{target.Authority}{target.Path}";
        return _exchange.ForwardAsync(
            head, HttpForwarding.Request(head, path, target.Authority, HeaderChanges.None, proxy?.Credential), token => ConnectAsync(target, proxy, token), cancellationToken);
    }

    private async Task<Stream> ConnectAsync(HttpTarget target, UpstreamProxy? proxy, CancellationToken cancellationToken) => proxy is null
        ? await context.Connector.DirectAsync(target.Host, target.Port, cancellationToken).ConfigureAwait(false)
        : await context.Connector.ThroughAsync(proxy, target.Host, cancellationToken).ConfigureAwait(false);
}
