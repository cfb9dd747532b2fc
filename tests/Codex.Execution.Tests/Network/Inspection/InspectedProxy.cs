using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Codex.Execution.Network;
using Codex.TestSupport.Files;

namespace Codex.Execution.Tests.Network.Inspection;

/// <summary>A proxy that looks into tunnels, with a client that opens one and trusts the proxy.</summary>
internal sealed class InspectedProxy : IAsyncDisposable
{
    private readonly TempDirectory _directory = new();

    internal InspectedProxy(NetworkProxyOptions options, SecureOrigin origin, Dictionary<string, string>? variables = null) =>
        Served = new ServedProxy(options with { AuthorityDirectory = _directory.Root, UsesUpstreamProxy = false }, variables: variables, trusts: origin.Trusts);

    internal ServedProxy Served { get; }

    /// <summary>What clients have to trust.</summary>
    internal string Authority => File.ReadAllText(Path.Join(_directory.Root, "ca.pem"));

    /// <summary>The certificate that the client was shown last.</summary>
    internal X509Certificate2? Shown { get; private set; }

    /// <summary>Opens a tunnel and gives the answer to a request in it.</summary>
    internal async Task<string> SendAsync(string tunnel, string request, string? serverName = null, SslApplicationProtocol? protocol = null)
    {
        using var client = await Served.ConnectAsync();
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"CONNECT {tunnel} HTTP/1.1\r\n\r\n"), TestContext.Current.CancellationToken);
        var head = new byte[1024];
        var read = await stream.ReadAsync(head, TestContext.Current.CancellationToken);
        var answer = Encoding.ASCII.GetString(head, 0, read);
        if (answer != "HTTP/1.1 200 OK\r\n\r\n")
            return answer;
        await using var secured = new SslStream(stream);
        await secured.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = serverName ?? tunnel[..tunnel.LastIndexOf(':')].Trim('[', ']'),
                ApplicationProtocols = [protocol ?? SslApplicationProtocol.Http11],
                RemoteCertificateValidationCallback = Accept,
            },
            TestContext.Current.CancellationToken);
        await secured.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var received = new MemoryStream();
        await secured.CopyToAsync(received, TestContext.Current.CancellationToken);
        return Encoding.Latin1.GetString(received.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        await Served.DisposeAsync();
        Shown?.Dispose();
        _directory.Dispose();
    }

    private bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Shown = X509CertificateLoader.LoadCertificate(certificate!.GetRawCertData());
        return Certificates.IsSignedBy(Authority, certificate) && (errors & SslPolicyErrors.RemoteCertificateNameMismatch) == SslPolicyErrors.None;
    }
}
