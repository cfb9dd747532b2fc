using System.Buffers.Binary;
using System.Net.Sockets;
using Codex.Execution.Network.Upstream;
using Codex.Execution.Policy.Rules;

namespace Codex.Execution.Network.Socks;

/// <summary>One connection of a client that takes us for a SOCKS 5 proxy (RFC 1928), without authentication.</summary>
internal sealed class SocksConnection(NetworkStream client, NetworkContext context, NetworkOwner owner, DatagramRelay? relay)
{
    private const byte Version = 5;
    private const byte NoAuthentication = 0;
    private const byte NoMethod = 0xFF;
    private const byte Connect = 1;
    private const byte Associate = 3;

    /// <summary>Serves it to its end.</summary>
    internal async Task ServeAsync(CancellationToken cancellationToken)
    {
        if (await ReadRequestAsync(cancellationToken).ConfigureAwait(false) is not { } request)
            return;
        var verdict = await context.Gate.DecideAsync(request, owner, cancellationToken).ConfigureAwait(false);
        if (verdict.Reason is null)
            await TunnelAsync(request, cancellationToken).ConfigureAwait(false);
        else
            await ReplyAsync(SocksReply.NotAllowed, cancellationToken).ConfigureAwait(false);
    }

    private async Task TunnelAsync(NetworkRequest request, CancellationToken cancellationToken)
    {
        NetworkStream server;
        try
        {
            server = await context.Connector.TunnelAsync(request.Host, request.Port, cancellationToken).ConfigureAwait(false);
        }
        catch (ClosedAddressException)
        {
            context.Gate.RefuseAddress(request);
            await ReplyAsync(SocksReply.NotAllowed, cancellationToken).ConfigureAwait(false);
            return;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            await ReplyAsync(SocksReply.HostUnreachable, cancellationToken).ConfigureAwait(false);
            return;
        }

        await using (server.ConfigureAwait(false))
        {
            using var limit = new IdleLimit(context.IdleLimit, context.Time, cancellationToken);
            await ReplyAsync(SocksReply.Succeeded, limit.Token).ConfigureAwait(false);
            await Tunnel.RunAsync(client, server, client.ReadAsync, limit).ConfigureAwait(false);
        }
    }

    /// <summary>What is wanted; null when that was answered already.</summary>
    private async Task<NetworkRequest?> ReadRequestAsync(CancellationToken cancellationToken)
    {
        using var limit = new IdleLimit(context.HeadLimit, context.Time, cancellationToken);
        var greeting = await ReadAsync(2, limit.Token).ConfigureAwait(false);
        var methods = await ReadAsync(greeting[1], limit.Token).ConfigureAwait(false);
        if (greeting[0] != Version || !methods.Contains(NoAuthentication))
        {
            await client.WriteAsync(new byte[] { Version, NoMethod }, limit.Token).ConfigureAwait(false);
            return null;
        }

        await client.WriteAsync(new byte[] { Version, NoAuthentication }, limit.Token).ConfigureAwait(false);
        var head = await ReadAsync(4, limit.Token).ConfigureAwait(false);
        var host = await ReadHostAsync(head[3], limit.Token).ConfigureAwait(false);
        if (host is null)
        {
            await ReplyAsync(SocksReply.AddressNotSupported, limit.Token).ConfigureAwait(false);
            return null;
        }

        var port = BinaryPrimitives.ReadUInt16BigEndian(await ReadAsync(2, limit.Token).ConfigureAwait(false));
        if (head[0] == Version && head[1] == Associate && relay is not null)
        {
            await AssociateAsync(relay, cancellationToken).ConfigureAwait(false);
            return null;
        }

        if (head[0] == Version && head[1] == Connect && port != 0)
            return new(NetworkProtocol.Socks5Tcp, host, port, Method: null) { CallId = owner.CallId, Client = client.Socket.RemoteEndPoint?.ToString() };
        await ReplyAsync(SocksReply.CommandNotSupported, limit.Token).ConfigureAwait(false);
        return null;
    }

    // Every datagram is decided about on its own; the relay is there as long as this connection.
    private async Task AssociateAsync(DatagramRelay datagrams, CancellationToken cancellationToken)
    {
        datagrams.Open();
        try
        {
            await client.WriteAsync((byte[])[Version, (byte)SocksReply.Succeeded, 0, .. SocksAddress.Write(datagrams.EndPoint)], cancellationToken).ConfigureAwait(false);
            await client.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            datagrams.Close();
        }
    }

    private async Task<string?> ReadHostAsync(byte kind, CancellationToken cancellationToken)
    {
        var length = SocksAddress.LengthOf(kind) ?? (await ReadAsync(1, cancellationToken).ConfigureAwait(false))[0];
        return length < 0 ? null : SocksAddress.HostOf(kind, await ReadAsync(length, cancellationToken).ConfigureAwait(false));
    }

    private async Task<byte[]> ReadAsync(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        await client.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
        return bytes;
    }

    private ValueTask ReplyAsync(SocksReply reply, CancellationToken cancellationToken) =>
        client.WriteAsync(new byte[] { Version, (byte)reply, 0, 1, 0, 0, 0, 0, 0, 0 }, cancellationToken);
}
