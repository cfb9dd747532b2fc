using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Backend.Tests.Responses;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Backend.Tests.Http;

public sealed class ConnectionTests : IDisposable
{
    private readonly TestAuthority _authority = new();
    private readonly TempDirectory _directory = new();

    public void Dispose()
    {
        _authority.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [InlineData("CODEX_CA_CERTIFICATE", "single")]
    [InlineData("SSL_CERT_FILE", "single")]
    [InlineData("CODEX_CA_CERTIFICATE", "bundle")]
    [InlineData("CODEX_CA_CERTIFICATE", "trusted")]
    [InlineData("CODEX_CA_CERTIFICATE", "directory")]
    public async Task A_certificate_authority_of_the_environment_is_trusted(string variable, string kind)
    {
        await using var server = new FakeResponsesServer(Model.Says("hi"));
        await using var front = new TlsFront(server.Port, _authority);

        await ReadAsync(front.Port, (variable, Roots(kind)));

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(null, "no secure connection to 127.0.0.1: its certificate is not trusted; the certificate of a proxy that reads traffic belongs into CODEX_CA_CERTIFICATE")]
    [InlineData("other", "no secure connection to 127.0.0.1: its certificate is not trusted, and not signed by one of PATH (CODEX_CA_CERTIFICATE)")]
    [InlineData("empty", "PATH, which CODEX_CA_CERTIFICATE names, holds no certificate in PEM form")]
    [InlineData("broken", "the certificates of PATH, which CODEX_CA_CERTIFICATE names, cannot be read: ")]
    [InlineData("missing", "the certificates of PATH, which CODEX_CA_CERTIFICATE names, cannot be read: ")]
    public async Task A_certificate_that_is_not_trusted_is_explained(string? kind, string reason)
    {
        await using var server = new FakeResponsesServer(Model.Says("hi"));
        await using var front = new TlsFront(server.Port, _authority);
        var path = kind is null ? "" : Roots(kind);

        var error = await Assert.ThrowsAsync<ModelException>(() => ReadAsync(front.Port, ("CODEX_CA_CERTIFICATE", path)));

        Assert.StartsWith(
            $"stream disconnected before completion: error sending request for url (https://127.0.0.1:{front.Port}/v1/responses): {reason.Replace("PATH", path, StringComparison.Ordinal)}",
            error.Message,
            StringComparison.Ordinal);
        Assert.Empty(server.AllRequests);
    }

    [Fact]
    public async Task A_file_that_is_not_needed_does_no_harm()
    {
        await using var server = new FakeResponsesServer(Model.Says("hi"));
        var endpoint = Clients.Endpoint(server);
        using var client = Clients.Create(endpoint, TestEnvironment.With(("CODEX_CA_CERTIFICATE", "/nowhere")));

        await Clients.ReadAsync(client);
    }

    [Theory]
    [InlineData("HTTPS_PROXY", "http://127.0.0.1:PORT", "CONNECT 127.0.0.1:FRONT")]
    [InlineData("https_proxy", "127.0.0.1:PORT", "CONNECT 127.0.0.1:FRONT")]
    [InlineData("ALL_PROXY", "http://me:se%20cret@127.0.0.1:PORT/", "CONNECT 127.0.0.1:FRONT")]
    [InlineData("all_proxy", "socks5://127.0.0.1:PORT", "SOCKS5 127.0.0.1:FRONT")]
    [InlineData("HTTPS_PROXY", "socks5h://127.0.0.1:PORT", "SOCKS5 127.0.0.1:FRONT")]
    public async Task Secure_connections_go_through_the_proxy_of_the_environment(string variable, string address, string seen)
    {
        await using var server = new FakeResponsesServer(Model.Says("hi"));
        await using var front = new TlsFront(server.Port, _authority);
        await using var proxy = new FakeProxy { Login = address.Contains('@', StringComparison.Ordinal) ? "me:se cret" : null };

        await ReadAsync(front.Port, (variable, Fill(address, proxy)), ("CODEX_CA_CERTIFICATE", Roots("single")));

        Assert.Single(server.Requests);
        Assert.Contains(seen.Replace("FRONT", $"{front.Port}", StringComparison.Ordinal), proxy.Log);
    }

    [Theory]
    [InlineData("HTTP_PROXY", null, true)]
    [InlineData("http_proxy", "example.com", true)]
    [InlineData("HTTP_PROXY", "127.0.0.1", false)]
    [InlineData("HTTP_PROXY", "127.0.0.0/8,x", false)]
    [InlineData("HTTPS_PROXY", null, false)]
    public async Task Plain_connections_have_a_variable_of_their_own_and_exceptions(string variable, string? exceptions, bool isProxied)
    {
        await using var server = new FakeResponsesServer(Model.Says("hi"));
        await using var proxy = new FakeProxy();
        using var client = Clients.Create(
            Clients.Endpoint(server), TestEnvironment.With((variable, $"http://127.0.0.1:{proxy.Port}"), ("no_proxy", exceptions ?? "")));

        await Clients.ReadAsync(client);

        Assert.Equal(isProxied ? [$"POST {server.BaseUri}/responses"] : [], proxy.Log);
    }

    [Fact]
    public async Task WebSockets_go_through_the_proxy_too()
    {
        await using var server = new FakeResponsesServer(Model.Says("hi"));
        server.Routes["GET /v1/responses"] = Reply.Upgrade();
        await using var front = new TlsFront(server.Port, _authority);
        await using var proxy = new FakeProxy();
        var endpoint = Clients.Endpoint(server) with { BaseUrl = $"https://127.0.0.1:{front.Port}/v1", SupportsWebSockets = true };
        var environment = TestEnvironment.With(("HTTPS_PROXY", $"http://127.0.0.1:{proxy.Port}"), ("CODEX_CA_CERTIFICATE", Roots("single")));
        using var client = (IDisposable)ProviderClient.Create(Clients.Options(endpoint, environment, TimeProvider.System));

        await Clients.ReadAsync((IModelClient)client);

        Assert.Equal(["GET", "WS"], server.Requests.Select(static request => request.Method));
        Assert.Equal([$"CONNECT 127.0.0.1:{front.Port}"], proxy.Log);
    }

    [Fact]
    public async Task A_wrong_login_names_proxy_and_variable_but_not_the_password()
    {
        await using var proxy = new FakeProxy { Login = "me:right" };

        var error = await Assert.ThrowsAsync<ModelException>(() => ReadAsync(1, ("HTTPS_PROXY", $"http://me:wrong@127.0.0.1:{proxy.Port}")));

        Assert.EndsWith(
            $": the proxy 127.0.0.1:{proxy.Port} of HTTPS_PROXY refused to connect to 127.0.0.1 (407: it wants a user name and password that are right)",
            error.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("wrong", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://user:hidden@127.0.0.1:1", "the proxy 127.0.0.1:1 of all_proxy cannot be reached")]
    [InlineData("ftp://127.0.0.1:1", "the proxy 127.0.0.1:1 of all_proxy is of a kind that is not supported")]
    [InlineData("http://[bad", "all_proxy holds no address of a proxy and was passed over")]
    public async Task A_proxy_that_cannot_be_used_is_named_with_its_variable(string address, string reason)
    {
        var error = await Assert.ThrowsAsync<ModelException>(() => ReadAsync(1, ("all_proxy", address)));

        Assert.EndsWith($": {reason}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502, "unexpected status 502 Bad Gateway: a web page (\"Gateway says: no\") instead of an answer; a proxy or portal may stand in between, url: URL")]
    [InlineData(400, "a web page (\"Gateway says: no\") instead of an answer; a proxy or portal may stand in between")]
    [InlineData(200, "stream disconnected before completion: a web page (\"Gateway says: no\") instead of an answer; a proxy or portal may stand in between, url: URL")]
    public async Task A_proxy_that_answers_with_a_page_gets_one_line(int status, string message)
    {
        const string Page = "<!DOCTYPE html><html><head><TITLE>\n Gateway\n says: no</TITLE></head><body>much text</body></html>";
        await using var server = new FakeResponsesServer(Reply.WithStatus(status, Page) with { Headers = [new("content-type", "text/html; charset=utf-8")] });
        using var client = Clients.Create(Clients.Endpoint(server) with { RequestRetries = new RetryPolicy(0) });

        var error = await Assert.ThrowsAsync<ModelException>(() => Clients.ReadAsync(client));

        Assert.Equal(message.Replace("URL", $"{server.BaseUri}/responses", StringComparison.Ordinal), error.Message);
    }

    private static string Fill(string address, FakeProxy proxy) => address.Replace("PORT", $"{proxy.Port}", StringComparison.Ordinal);

    private static async Task ReadAsync(int port, params (string, string)[] variables)
    {
        var endpoint = new ProviderEndpoint
        {
            Id = "fake",
            Name = "fake",
            BaseUrl = $"https://127.0.0.1:{port}/v1",
            RequestRetries = new RetryPolicy(0),
        };
        using var client = Clients.Create(endpoint, TestEnvironment.With(variables));
        await Clients.ReadAsync(client);
    }

    private string Roots(string kind)
    {
        using var other = new TestAuthority();
        return kind switch
        {
            "single" => Write("ca.pem", _authority.RootPem),
            "bundle" => Write("bundle.pem", $"# roots\n{other.RootPem}\n-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n{_authority.RootPem}"),
            "trusted" => Write("trusted.pem", _authority.TrustedRootPem),
            "directory" => Path.GetDirectoryName(Write(Path.Combine("roots", "a.pem"), _authority.RootPem))!,
            "other" => Write("other.pem", other.RootPem),
            "empty" => Write("empty.pem", "no certificate\n"),
            "broken" => Write("broken.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
            _ => Path.Combine(_directory.Create("none"), "missing.pem"),
        };
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_directory.Create("files"), name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
