using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Codex.Execution.Network.Inspection;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Network.Inspection;

/// <summary>A server of TLS with an authority of its own, which writes down every request that it gets.</summary>
internal sealed class SecureOrigin : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TempDirectory _directory = new();
    private readonly ProxyAuthority _authority;
    private readonly SslStreamCertificateContext _certificate;
    private readonly List<string> _received = [];
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _accepting;
    private readonly string _answer;

    internal SecureOrigin(string name = "allowed.test", string answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    {
        _answer = answer;
        _authority = ProxyAuthority.Open(_directory.Root, TimeProvider.System);
        _certificate = _authority.Issue(name);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    internal IReadOnlyList<string> Received
    {
        get
        {
            lock (_received)
                return [.. _received];
        }
    }

    /// <summary>The name that clients asked for.</summary>
    internal string? ServerName { get; private set; }

    /// <summary>Believes this server, if it is the one that was asked for.</summary>
    internal bool Trusts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        Certificates.IsSignedBy(_authority.Certificate, certificate!) && (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None;

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _accepting;
        _ending.Dispose();
        _directory.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> serving = [];
        try
        {
            while (true)
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_ending.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        await using var stream = new SslStream(client.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = _certificate }, _ending.Token);
            ServerName = stream.TargetHostName;
            var text = new StringBuilder();
            var buffer = new byte[4096];
            while (!IsComplete(text.ToString()) && await stream.ReadAsync(buffer, _ending.Token) is > 0 and var count)
                text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            if (text.Length is 0)
                return;
            lock (_received)
                _received.Add(text.ToString());
            await stream.WriteAsync(Encoding.Latin1.GetBytes(_answer), _ending.Token);
            await stream.ShutdownAsync();
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or AuthenticationException)
        {
            // The client has gone, or believes somebody else.
        }
    }

    private static bool IsComplete(string text) => text.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var end
        && (text.IndexOf("Content-Length: ", StringComparison.Ordinal) is not (>= 0 and var at)
            || text.Length - end - 4 >= int.Parse(text[(at + 16)..text.IndexOf('\r', at)], System.Globalization.CultureInfo.InvariantCulture));
}
