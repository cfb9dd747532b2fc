using System.Net;
using System.Net.Sockets;
using Codex.Backend.Auth;
using Codex.Backend.Auth.Http;
using Codex.Backend.Auth.Login;
using Codex.Backend.Auth.Storage;
using Codex.Backend.Http;
using Codex.Backend.Tests.Responses;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;

namespace Codex.Backend.Tests.Auth;

public sealed class BrowserLoginTests : IAsyncDisposable
{
    private readonly TempDirectory _home = new();
    private readonly FakeResponsesServer _server = new();
    private readonly HttpClient _browser = new();
    private readonly List<string> _reports = [];
    private readonly AuthManager _manager;

    public BrowserLoginTests()
    {
        _manager = Logins.Manager(Store, _server, _home.Root);
        _server.Routes["POST /oauth/token"] = Tokens();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FileCredentialStore Store => new(_home.Root);

    [Fact]
    public async Task The_login_page_is_asked_for_as_the_original_asks()
    {
        using var login = await StartAsync(["ws1", "ws2"]);

        var (page, query) = (login.PageUrl.Split('?')[0], login.PageUrl.Split('?')[1]);

        Assert.Equal($"http://127.0.0.1:{_server.Port}/oauth/authorize", page);
        var values = QueryText.Parse(query);
        Assert.Equal(
            ["response_type", "client_id", "redirect_uri", "scope", "code_challenge", "code_challenge_method", "id_token_add_organizations",
                "codex_cli_simplified_flow", "state", "originator", "allowed_workspace_id"],
            query.Split('&').Select(member => member.Split('=')[0]));
        Assert.Equal(
            ("code", "S256", $"http://localhost:{login.Port}/auth/callback", "codex_cli_rs", "ws1,ws2"),
            (values["response_type"], values["code_challenge_method"], values["redirect_uri"], values["originator"], values["allowed_workspace_id"]));
        Assert.Equal((43, 43), (values["code_challenge"].Length, values["state"].Length));
        Assert.Contains("scope=openid%20profile%20email%20offline_access%20api.connectors.read%20api.connectors.invoke&", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_becomes_a_login_and_the_browser_sees_a_page()
    {
        using var login = await StartAsync();
        var run = login.RunAsync(Cancellation);

        var page = await _browser.GetAsync(Callback(login, $"code=the%2Bcode&state={State(login)}"), Cancellation);
        await run;

        Assert.Contains("You are logged in", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal("/success", page.RequestMessage!.RequestUri!.AbsolutePath);
        var (exchange, key) = (_server.AllRequests[0], _server.AllRequests[1]);
        Assert.Equal("application/x-www-form-urlencoded", exchange.Header("content-type"));
        Assert.Null(exchange.Header("originator"));
        var form = QueryText.Parse(exchange.Text);
        Assert.Equal(["grant_type", "code", "redirect_uri", "client_id", "code_verifier"], form.Keys);
        Assert.Equal(("authorization_code", "the+code", "app_EMoamEEZ73f0CkXaXp7hrann", 86), (form["grant_type"], form["code"], form["client_id"], form["code_verifier"].Length));
        Assert.Equal(
            $"grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&client_id=app_EMoamEEZ73f0CkXaXp7hrann&requested_token=openai-api-key&subject_token={Logins.IdToken("ws1")}&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aid_token",
            key.Text);
        var stored = Store.Load()!;
        Assert.Equal((AuthMode.ChatGpt, "sk-exchanged", "ws1", "r"), (stored.Mode, stored.ApiKey, stored.Tokens!.AccountId, stored.Tokens.RefreshToken));
        Assert.NotNull(stored.LastRefresh);
    }

    [Fact]
    public async Task The_tokens_of_the_old_login_are_withdrawn()
    {
        Store.Save(Logins.ChatGpt(DateTimeOffset.UnixEpoch, refreshToken: "old"));
        using var login = await StartAsync();
        var run = login.RunAsync(Cancellation);

        await _browser.GetAsync(Callback(login, $"code=c&state={State(login)}"), Cancellation);
        await run;

        Assert.Contains(_server.AllRequests, request => request.Path == "/oauth/revoke" && request.Text.Contains("\"old\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_state_and_foreign_paths_change_nothing()
    {
        using var login = await StartAsync();
        using var stop = new CancellationTokenSource();
        var run = login.RunAsync(stop.Token);

        var mismatch = await _browser.GetAsync(Callback(login, "code=c&state=x"), Cancellation);
        var missing = await _browser.GetAsync(Callback(login, "code=c"), Cancellation);
        var foreign = await _browser.GetAsync($"http://127.0.0.1:{login.Port}/favicon.ico", Cancellation);

        Assert.Equal((HttpStatusCode.BadRequest, "State mismatch"), (mismatch.StatusCode, await mismatch.Content.ReadAsStringAsync(Cancellation)));
        Assert.Equal(HttpStatusCode.BadRequest, missing.StatusCode);
        Assert.Equal((HttpStatusCode.NotFound, "Not Found"), (foreign.StatusCode, await foreign.Content.ReadAsStringAsync(Cancellation)));
        Assert.False(run.IsCompleted);
        Assert.Empty(_server.AllRequests);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Theory]
    [InlineData("error=access_denied&error_description=%3Cb%3Eno+thanks%3C/b%3E", "Sign-in failed: <b>no thanks</b>", "&lt;b&gt;no thanks&lt;/b&gt;")]
    [InlineData("error=server_error", "Sign-in failed: server_error", "<dd>server_error</dd>")]
    [InlineData("error=access_denied&error_description=Missing_Codex_Entitlement", "Codex is not enabled for your workspace. Contact your workspace administrator to request access to Codex.", "This account cannot use Codex")]
    [InlineData("code=", "Missing authorization code. Sign-in could not be completed.", "missing_authorization_code")]
    public async Task A_refusal_of_the_login_page_is_told_to_both_sides(string query, string message, string shown)
    {
        using var login = await StartAsync();
        var run = login.RunAsync(Cancellation);

        var page = await _browser.GetStringAsync(Callback(login, $"{query}&state={State(login)}"), Cancellation);
        var error = await Assert.ThrowsAsync<AuthException>(() => run);

        Assert.Equal(message, error.Message);
        Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Null(Store.Load());
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_grant","error_description":"code is used"}""", "token endpoint returned status 400 Bad Request: code is used")]
    [InlineData(403, """{"error":{"message":"no","code":"c"}}""", "token endpoint returned status 403 Forbidden: no")]
    [InlineData(403, """{"error":{"code":"c"}}""", "token endpoint returned status 403 Forbidden: c")]
    [InlineData(502, "<html>bad gateway</html>", "token endpoint returned status 502 Bad Gateway: <html>bad gateway</html>")]
    [InlineData(500, "", "token endpoint returned status 500 Internal Server Error: unknown error")]
    [InlineData(200, "<html>hotel</html>", "error decoding response body")]
    public async Task A_refusal_of_the_code_is_explained(int status, string body, string explanation)
    {
        _server.Routes["POST /oauth/token"] = Reply.WithStatus(status, body);
        using var login = await StartAsync();
        var run = login.RunAsync(Cancellation);

        await _browser.GetStringAsync(Callback(login, $"code=c&state={State(login)}"), Cancellation);
        var error = await Assert.ThrowsAsync<AuthException>(() => run);

        Assert.Equal("Token exchange failed: " + explanation, error.Message);
        Assert.Equal("Token exchange error: " + explanation, Assert.Single(_reports));
    }

    [Theory]
    [InlineData("ws2", "Login is restricted to workspace id(s) ws2.")]
    [InlineData("ws1", null)]
    public async Task Only_the_forced_workspace_may_log_in(string workspace, string? refusal)
    {
        using var login = await StartAsync([workspace]);
        var run = login.RunAsync(Cancellation);

        await _browser.GetStringAsync(Callback(login, $"code=c&state={State(login)}"), Cancellation);

        if (refusal is null)
            await run;
        else
            Assert.Equal(refusal, (await Assert.ThrowsAsync<AuthException>(() => run)).Message);
        Assert.Equal(refusal is null, Store.Load() is not null);
    }

    [Fact]
    public async Task A_second_login_ends_the_first_and_takes_its_port()
    {
        using var first = await StartAsync();
        var run = first.RunAsync(Cancellation);

        using var second = await BrowserLogin.StartAsync(Options(null) with { Time = TimeProvider.System }, first.Port, Cancellation);

        Assert.Equal("Login cancelled", (await Assert.ThrowsAsync<AuthException>(() => run)).Message);
        Assert.Equal(first.Port, second.Port);
    }

    [Fact]
    public async Task A_port_of_somebody_else_is_given_up_after_a_while()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var answering = AnswerNothingAsync(other);

        var error = await Assert.ThrowsAsync<AuthException>(() => BrowserLogin.StartAsync(Options(null), port, Cancellation));

        Assert.Equal($"Port 127.0.0.1:{port} is already in use", error.Message);
        await answering;
    }

    [Fact]
    public async Task Silent_connections_of_the_browser_hold_nothing_up()
    {
        using var login = await StartAsync();
        var run = login.RunAsync(Cancellation);
        using var silent = new TcpClient();
        await silent.ConnectAsync(IPAddress.Loopback, login.Port, Cancellation);

        await _browser.GetAsync(Callback(login, $"code=c&state={State(login)}"), Cancellation);

        await run;
    }

    [Fact]
    public async Task A_callback_that_the_browser_repeats_redeems_the_code_once()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var login = await StartAsync();
        var run = login.RunAsync(Cancellation);
        var callback = Callback(login, $"code=c&state={State(login)}");

        var answers = await Task.WhenAll(client.GetAsync(callback, Cancellation), client.GetAsync(callback, Cancellation));

        Assert.Equal(answers[0].Headers.Location, answers[1].Headers.Location);
        Assert.Single(_server.AllRequests, request => request.Text.StartsWith("grant_type=authorization_code", StringComparison.Ordinal));
        await client.GetAsync(answers[0].Headers.Location, Cancellation);
        await run;
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _manager.DisposeAsync();
        await _server.DisposeAsync();
        _home.Dispose();
    }

    private static string State(BrowserLogin login) => QueryText.Parse(login.PageUrl.Split('?')[1])["state"];

    private static string Callback(BrowserLogin login, string query) => $"http://127.0.0.1:{login.Port}/auth/callback?{query}";

    private static async Task AnswerNothingAsync(TcpListener listener)
    {
        using var socket = await listener.AcceptSocketAsync(Cancellation);
    }

    private static Reply Tokens() => Reply.To(request => request.Text.StartsWith("grant_type=authorization_code", StringComparison.Ordinal)
        ? Reply.WithStatus(200, $$"""{"id_token":"{{Logins.IdToken("ws1")}}","access_token":"a","refresh_token":"r"}""")
        : Reply.WithStatus(200, """{"access_token":"sk-exchanged"}"""));

    private Task<BrowserLogin> StartAsync(IReadOnlyList<string>? workspaces = null) => BrowserLogin.StartAsync(Options(workspaces), port: 0, Cancellation);

    private LoginOptions Options(IReadOnlyList<string>? workspaces) => new()
    {
        Issuer = $"http://127.0.0.1:{_server.Port}",
        Originator = "codex_cli_rs",
        Store = Store,
        Manager = _manager,
        ForcedWorkspaceIds = workspaces,
        Time = new ImpatientClock(),
        CreateHandler = () => HttpHandlerFactory.Create(TestEnvironment.With()),
        Report = _reports.Add,
    };
}
