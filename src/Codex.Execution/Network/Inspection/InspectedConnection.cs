using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Codex.Execution.Network.Http;
using Codex.Execution.Network.Rules;
using Codex.Execution.Network.Upstream;
using Codex.Execution.Policy.Rules;

namespace Codex.Execution.Network.Inspection;

/// <summary>
/// The inside of a tunnel that is looked into (<c>network-proxy/src/mitm.rs</c>): one request, decrypted, judged, and passed on
/// over an encrypted connection of our own. The server is always the one that the tunnel was opened to, whatever names the client
/// says within.
/// </summary>
internal sealed class InspectedConnection(NetworkStream client, HttpTarget tunnel, NetworkContext context, NetworkOwner owner)
{
    private const int HttpsPort = 443;

    private string Authority => HostName.Authority(tunnel.Host, tunnel.Port, HttpsPort);

    /// <summary>Serves it to its end; the client has been told that the tunnel is there.</summary>
    internal async Task ServeAsync(SslServerAuthenticationOptions options, CancellationToken cancellationToken)
    {
        var secured = new SslStream(client, leaveInnerStreamOpen: true);
        await using (secured.ConfigureAwait(false))
        {
            try
            {
                using var limit = new IdleLimit(context.HeadLimit, context.Time, cancellationToken);
                await secured.AuthenticateAsServerAsync(options, limit.Token).ConfigureAwait(false);
            }
            catch (AuthenticationException)
            {
                // No TLS, or a client that does not trust us.
                return;
            }

            await ServeAsync(secured, cancellationToken).ConfigureAwait(false);
            await secured.ShutdownAsync().ConfigureAwait(false);
        }
    }

    private async Task ServeAsync(SslStream secured, CancellationToken cancellationToken)
    {
        var exchange = new HttpExchange(secured, context, "mitm upstream error");
        try
        {
            if (await exchange.ReadRequestAsync(cancellationToken).ConfigureAwait(false) is { } head)
                await ServeAsync(exchange, head, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpHeadException error)
        {
            await exchange.AnswerAsync(error.Status, error.Message, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ServeAsync(HttpExchange exchange, HttpHead head, CancellationToken cancellationToken)
    {
        var target = TargetOf(head);
        _ = head.BodyLength();
        var request = new NetworkRequest(NetworkProtocol.Https, tunnel.Host, tunnel.Port, head.StartLine[0])
        {
            CallId = owner.CallId,
            Client = client.Socket.RemoteEndPoint?.ToString(),
        };
        var (verdict, changes) = context.Inspector.Judge(tunnel.Host, target, head);
        if (verdict.Reason is not null)
        {
            context.Gate.Refuse(request, verdict);
            await exchange.RefuseAsync(request, verdict, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            await exchange.ForwardAsync(head, HttpForwarding.Request(head, target, Authority, changes), ConnectAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (ClosedAddressException)
        {
            await exchange.RefuseAsync(request, context.Gate.RefuseAddress(request), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        var stream = new SslStream(await context.Connector.TunnelAsync(tunnel.Host, tunnel.Port, cancellationToken).ConfigureAwait(false));
        try
        {
            using var limit = new IdleLimit(context.HeadLimit, context.Time, cancellationToken);
            await stream.AuthenticateAsClientAsync(context.Inspector.AsClient(tunnel.Host), limit.Token).ConfigureAwait(false);
            return stream;
        }
        catch (Exception error)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            // Roots of our own that cannot be read are as good as none.
            throw error is OperationCanceledException ? error : new IOException("no secure connection to the server", error);
        }
    }

    /// <summary>Path and query; every name that the client says must be that of the tunnel.</summary>
    private string TargetOf(HttpHead head)
    {
        const string Scheme = "https://";
        var (method, target) = (head.StartLine[0], head.StartLine[1]);
        if (method is "CONNECT")
            throw new HttpHeadException(405, "CONNECT not supported inside MITM");
        if (head.StartLine[2] is not ("HTTP/1.1" or "HTTP/1.0"))
            throw new HttpHeadException(400, "unsupported HTTP version");
        if (head.Single("Host") is { } header)
            Check(header);
        if (target.StartsWith('/') || target is "*" && method is "OPTIONS")
            return target;
        if (!target.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            throw new HttpHeadException(400, "unsupported request target");
        var end = target.AsSpan(Scheme.Length).IndexOfAny('/', '?', '#') is >= 0 and var found ? Scheme.Length + found : target.Length;
        Check(target[Scheme.Length..end]);
        return end < target.Length && target[end] is '/' ? target[end..] : $"/{target[end..]}";
    }

    private void Check(string authority)
    {
        if (!HostName.TryParseAuthority(authority, HttpsPort, out var host, out var port) || host != tunnel.Host || port != tunnel.Port)
            throw new HttpHeadException(400, "host mismatch");
    }
}
