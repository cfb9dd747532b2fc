using System.Globalization;
using System.Text;

namespace Codex.TestSupport.Http;

/// <summary>A proxy for HTTP, tunnels and SOCKS5 on one port.</summary>
public sealed class FakeProxy : Relay
{
    private readonly Lock _lock = new();
    private readonly List<string> _log = [];

    /// <summary>The only login that is let through, as <c>name:password</c>; null lets everybody through.</summary>
    public string? Login { get; init; }

    /// <summary>An answer to every request instead of a connection.</summary>
    public string? Answer { get; init; }

    /// <summary>The loopback port that all tunnels lead to, whatever host is asked for; null leads them to the host.</summary>
    public int? TunnelPort { get; init; }

    /// <summary>The first line of each request; <c>SOCKS5 host:port</c> for those.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_lock)
                return [.. _log];
        }
    }

    /// <inheritdoc/>
    protected override async Task ServeAsync(Stream client, CancellationToken cancellationToken)
    {
        var first = new byte[1];
        await client.ReadExactlyAsync(first, cancellationToken);
        if (first[0] == 5)
        {
            await ServeSocksAsync(client, cancellationToken);
            return;
        }

        var head = Encoding.Latin1.GetString(first) + await ReadHeadAsync(client, cancellationToken);
        while (!await TryServeAsync(client, head, cancellationToken))
            head = await ReadHeadAsync(client, cancellationToken);
    }

    /// <returns>False when the client is to ask again on the same connection.</returns>
    private async Task<bool> TryServeAsync(Stream client, string head, CancellationToken cancellationToken)
    {
        var line = head.Split("\r\n")[0].Split(' ');
        Note(string.Join(' ', line[..2]));
        if (Answer is not null)
        {
            await WriteAsync(client, Answer, cancellationToken);
            return true;
        }

        if (Login is not null && !head.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(Login)), StringComparison.Ordinal))
        {
            await WriteAsync(client, "HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic realm=\"p\"\r\ncontent-length: 0\r\n\r\n", cancellationToken);
            return false;
        }

        var isTunnel = line[0] == "CONNECT";
        var target = new Uri(isTunnel ? "tcp://" + line[1] : line[1]);
        if (isTunnel)
            await WriteAsync(client, "HTTP/1.1 200 OK\r\n\r\n", cancellationToken);
        var (host, port) = isTunnel && TunnelPort is { } fixedPort ? ("127.0.0.1", fixedPort) : (target.Host, target.Port);
        await PipeAsync(client, host, port, isTunnel ? default : Encoding.Latin1.GetBytes(head), cancellationToken);
        return true;
    }

    private async Task ServeSocksAsync(Stream client, CancellationToken cancellationToken)
    {
        var methods = await ReadAsync(client, (await ReadAsync(client, 1, cancellationToken))[0], cancellationToken);
        await client.WriteAsync(new byte[] { 5, methods[0] }, cancellationToken);
        var request = await ReadAsync(client, 4, cancellationToken);
        var host = request[3] switch
        {
            1 => string.Join('.', await ReadAsync(client, 4, cancellationToken)),
            _ => Encoding.ASCII.GetString(await ReadAsync(client, (await ReadAsync(client, 1, cancellationToken))[0], cancellationToken)),
        };
        var port = await ReadAsync(client, 2, cancellationToken);
        var number = (port[0] << 8) | port[1];
        Note($"SOCKS5 {host}:{number.ToString(CultureInfo.InvariantCulture)}");
        await client.WriteAsync(new byte[] { 5, 0, 0, 1, 0, 0, 0, 0, 0, 0 }, cancellationToken);
        await PipeAsync(client, host, number, default, cancellationToken);
    }

    private void Note(string line)
    {
        lock (_lock)
            _log.Add(line);
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    private static async Task<string> ReadHeadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, cancellationToken);
            head.Append((char)one[0]);
        }

        return head.ToString();
    }

    private static ValueTask WriteAsync(Stream stream, string text, CancellationToken cancellationToken) =>
        stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancellationToken);
}
