using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Codex.Backend.Http.Probing;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;

namespace Codex.Backend.Tests.Http.Probing;

public sealed class EndpointProbeTests
{
    [Fact]
    public async Task A_server_that_answers_tells_its_status()
    {
        await using var server = new FakeResponsesServer();
        server.Routes["HEAD /v1"] = Reply.WithStatus(503);

        var result = await HeadAsync(server.BaseUri.ToString());

        Assert.Equal((503, null), (result.Status, result.Failure));
        Assert.Null(server.AllRequests[0].Header("authorization"));
    }

    [Fact]
    public async Task A_port_without_a_server_is_named()
    {
        var result = await HeadAsync("http://127.0.0.1:9/");

        Assert.Equal("connect failed", result.Failure);
        Assert.Equal("connection to 127.0.0.1", result.Causes[0]);
    }

    [Fact]
    public async Task A_proxy_that_is_not_there_is_named_with_its_variable_and_without_its_login()
    {
        var result = await HeadAsync("http://example.invalid/", ("http_proxy", "http://user:secret@127.0.0.1:9"));

        Assert.Equal("connect failed", result.Failure);
        Assert.Equal("the proxy 127.0.0.1:9 of http_proxy cannot be reached", result.Causes[0]);
        Assert.DoesNotContain("secret", string.Concat(result.Causes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_named()
    {
        var result = await HeadAsync("http://no-such-host.invalid/");

        Assert.Equal(("connect failed", "there is no address for the name no-such-host.invalid"), (result.Failure, result.Causes[0]));
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_named_and_so_is_where_trust_comes_from()
    {
        using var directory = new TempDirectory();
        using var certificate = Certificate("CN=self-made");
        using var other = Certificate("CN=other");
        var bundle = directory.Write("ca.pem", other.ExportCertificatePem());
        using var listener = Listen();
        var serving = ServeAsync(listener, certificate);

        var result = await HeadAsync(Address(listener), ("CODEX_CA_CERTIFICATE", bundle));

        await serving;
        Assert.Equal("connect failed", result.Failure);
        Assert.Equal($"no secure connection to localhost: its certificate is not trusted, and not signed by one of {bundle} (CODEX_CA_CERTIFICATE)", result.Causes[0]);
        Assert.StartsWith("certificate \"CN=self-made\" issued by \"CN=self-made\" is not trusted: ", result.Causes[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_that_cannot_be_read_is_named_with_its_variable()
    {
        using var certificate = Certificate("CN=self-made");
        using var listener = Listen();
        var serving = ServeAsync(listener, certificate);

        var result = await HeadAsync(Address(listener), ("SSL_CERT_FILE", "/nowhere/ca.pem"));

        await serving;
        Assert.StartsWith("the certificates of /nowhere/ca.pem, which SSL_CERT_FILE names, cannot be read: ", result.Causes[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ftp://example.com")]
    [InlineData("")]
    public async Task An_address_that_is_none_cannot_be_asked(string url) => Assert.Equal("request could not be built", (await HeadAsync(url)).Failure);

    private static Task<ProbeResult> HeadAsync(string url, params (string Name, string Value)[] variables) =>
        new EndpointProbe(TestEnvironment.With(variables), TimeProvider.System).HeadAsync(url, TestContext.Current.CancellationToken);

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static string Address(TcpListener listener) => $"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/";

    private static X509Certificate2 Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static async Task ServeAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var stream = new SslStream(client.GetStream());
        try
        {
            await stream.AuthenticateAsServerAsync(certificate);
            await stream.ReadExactlyAsync(new byte[1], TestContext.Current.CancellationToken);
        }
        catch (Exception exception) when (exception is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The client refuses us, as it should.
        }
    }
}
