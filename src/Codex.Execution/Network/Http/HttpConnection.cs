using System.Net.Sockets;
using Codex.Execution.Network.Upstream;
using Codex.Execution.Policy.Rules;

namespace Codex.Execution.Network.Http;

/// <summary>
/// One connection of a client that takes us for an HTTP proxy: one request, or one tunnel. Nothing of a second request is read,
/// so that none can hide behind the first.
/// </summary>
internal sealed class HttpConnection(NetworkStream client, NetworkContext context, NetworkOwner owner)
{
    private readonly HttpReader _reader = new(client);

    /// <summary>Serves it to its end.</summary>
    internal async Task ServeAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await ReadRequestAsync(cancellationToken).ConfigureAwait(false) is { } head)
                await ServeAsync(head, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpHeadException error)
        {
            await AnswerAsync(error.Status, error.Message, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpHead?> ReadRequestAsync(CancellationToken cancellationToken)
    {
        using var limit = new IdleLimit(context.HeadLimit, context.Time, cancellationToken);
        try
        {
            return await _reader.ReadHeadAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpHeadException(408, "request head did not arrive in time");
        }
    }

    private async Task ServeAsync(HttpHead head, CancellationToken cancellationToken)
    {
        if (head.StartLine[2] is not ("HTTP/1.1" or "HTTP/1.0"))
            throw new HttpHeadException(400, "unsupported HTTP version");
        if (head.Single("x-unix-socket") is not null)
            throw new HttpHeadException(501, "unix sockets unsupported");
        var isTunnel = head.StartLine[0] is "CONNECT";
        var target = HttpTarget.Of(head);
        _ = head.BodyLength();
        var request = new NetworkRequest(isTunnel ? NetworkProtocol.Https : NetworkProtocol.Http, target.Host, target.Port, head.StartLine[0]) { CallId = owner.CallId };
        var verdict = await context.Gate.DecideAsync(request, owner, cancellationToken).ConfigureAwait(false);
        if (verdict.Reason is not null)
        {
            await client.WriteAsync(HttpAnswer.Blocked(request, verdict, context.Time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            await (isTunnel ? TunnelAsync(target, cancellationToken) : ForwardAsync(head, target, cancellationToken)).ConfigureAwait(false);
        }
        catch (ClosedAddressException)
        {
            verdict = context.Gate.RefuseAddress(request);
            await client.WriteAsync(HttpAnswer.Blocked(request, verdict, context.Time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TunnelAsync(HttpTarget target, CancellationToken cancellationToken)
    {
        if (await ConnectAsync(() => context.Connector.TunnelAsync(target.Host, target.Port, cancellationToken), cancellationToken).ConfigureAwait(false) is not { } server)
            return;
        await using (server.ConfigureAwait(false))
        {
            using var limit = new IdleLimit(context.IdleLimit, context.Time, cancellationToken);
            await client.WriteAsync(HttpAnswer.Connected, limit.Token).ConfigureAwait(false);
            await Tunnel.RunAsync(client, server, _reader.ReadAsync, limit).ConfigureAwait(false);
        }
    }

    private async Task ForwardAsync(HttpHead head, HttpTarget target, CancellationToken cancellationToken)
    {
        var proxy = context.Connector.ProxyFor(target.Host, isSecure: false);
        if (await ConnectAsync(() => ConnectAsync(target, proxy, cancellationToken), cancellationToken).ConfigureAwait(false) is not { } server)
            return;
        await using (server.ConfigureAwait(false))
        {
            using var limit = new IdleLimit(context.IdleLimit, context.Time, cancellationToken);
            await server.WriteAsync(HttpForwarding.Request(head, target, proxy is not null, proxy?.Credential), limit.Token).ConfigureAwait(false);
            var sending = SendBodyAsync(head, server, limit);
            try
            {
                await AnswerAsync(server, limit).ConfigureAwait(false);
            }
            finally
            {
                // A server may answer before it has read everything.
                await limit.EndAsync().ConfigureAwait(false);
                await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private Task<NetworkStream> ConnectAsync(HttpTarget target, UpstreamProxy? proxy, CancellationToken cancellationToken) => proxy is null
        ? context.Connector.DirectAsync(target.Host, target.Port, cancellationToken)
        : context.Connector.ThroughAsync(proxy, target.Host, cancellationToken);

    private async Task<NetworkStream?> ConnectAsync(Func<Task<NetworkStream>> connect, CancellationToken cancellationToken)
    {
        try
        {
            return await connect().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or HttpHeadException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            await AnswerAsync(502, "upstream failure", cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    private async Task SendBodyAsync(HttpHead head, NetworkStream server, IdleLimit limit)
    {
        if (head.BodyLength() is { } length)
            await _reader.CopyAsync(server, length, limit.Token).ConfigureAwait(false);
        else
            await _reader.CopyChunksAsync(server, limit.Token).ConfigureAwait(false);
    }

    private async Task AnswerAsync(NetworkStream server, IdleLimit limit)
    {
        var reader = new HttpReader(server);
        HttpHead? head;
        do
        {
            head = await ReadAnswerAsync(reader, limit).ConfigureAwait(false);
            if (head is null)
            {
                await AnswerAsync(502, "upstream failure", limit.Token).ConfigureAwait(false);
                return;
            }

            await client.WriteAsync(HttpForwarding.Response(head), limit.Token).ConfigureAwait(false);
        }
        while (head.StartLine[1] is ['1', _, _]);

        await Tunnel.CopyAsync(reader.ReadAsync, client, limit).ConfigureAwait(false);
    }

    private static async Task<HttpHead?> ReadAnswerAsync(HttpReader reader, IdleLimit limit)
    {
        try
        {
            return await reader.ReadHeadAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HttpHeadException or IOException)
        {
            return null;
        }
    }

    private ValueTask AnswerAsync(int status, string message, CancellationToken cancellationToken) =>
        client.WriteAsync(HttpAnswer.Plain(status, message, context.Time.GetUtcNow()), cancellationToken);
}
