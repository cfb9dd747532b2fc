using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Codex.TestSupport.Http;

/// <summary>
/// A proxy on a loopback port that puts a plain server of this machine in the place of a secure one: it ends the TLS
/// connection with a certificate of its own authority and hands the bytes on.
/// </summary>
public sealed class TlsProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _authority;
    private readonly X509Certificate2 _certificate;
    private readonly int _target;
    private readonly Task _accepting;

    /// <summary>Starts listening.</summary>
    /// <param name="host">The host whose place is taken.</param>
    /// <param name="target">The plain server's port.</param>
    public TlsProxy(string host, int target)
    {
        (_authority, _certificate) = CreateCertificates(host);
        _target = target;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>The loopback port.</summary>
    public int Port { get; }

    /// <summary>Writes the authority's certificate into a directory and returns the file's path.</summary>
    public string WriteAuthority(string directory)
    {
        var path = Path.Combine(directory, "authority.pem");
        File.WriteAllText(path, _authority.ExportCertificatePem() + "\n");
        return path;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _certificate.Dispose();
        _authority.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The proxy was stopped.
        }

        await Task.WhenAll(connections);
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using (client)
            await using (var plain = client.GetStream())
            {
                var request = await new HttpRequestReader(plain).ReadAsync(_stop.Token);
                if (request?.Method != "CONNECT")
                    return;
                await plain.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), _stop.Token);
                await using var secure = new SslStream(plain);
                await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
                await ForwardAsync(secure);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException or AuthenticationException)
        {
            // One of the three went away.
        }
    }

    private async Task ForwardAsync(SslStream secure)
    {
        using var server = new TcpClient();
        await server.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
        await using var stream = server.GetStream();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var directions = new[] { secure.CopyToAsync(stream, end.Token), stream.CopyToAsync(secure, end.Token) };
        await Task.WhenAny(directions);
        await end.CancelAsync();
        await Task.WhenAll(directions);
    }

    private static (X509Certificate2 Authority, X509Certificate2 Certificate) CreateCertificates(string host)
    {
        var (from, until) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=Test authority", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authorityRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        var authority = authorityRequest.CreateSelfSigned(from, until);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var certificate = request.Create(authority, from, until, RandomNumberGenerator.GetBytes(8));
        return (authority, certificate.CopyWithPrivateKey(key));
    }
}
