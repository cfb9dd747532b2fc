using System.Net;
using Codex.Backend.Auth.Http;
using Codex.Backend.Http;
using Codex.Backend.McpAuth;
using Codex.Backend.McpAuth.Login;
using Codex.Backend.McpAuth.Storage;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Time;

namespace Codex.Backend.Tests.McpAuth;

public sealed class McpLoginTests : IAsyncDisposable
{
    private readonly TempDirectory _home = new();
    private readonly FakeResponsesServer _server = new();
    private readonly HttpClient _browser = new();
    private readonly FileMcpTokenStore _store;

    public McpLoginTests()
    {
        _store = new FileMcpTokenStore(_home.Root);
        _server.Routes["GET /.well-known/oauth-authorization-server"] = Metadata("");
        _server.Routes["POST /register"] = Reply.WithStatus(201, """{"client_id":"dyn-1"}""");
        _server.Routes["POST /token"] = Reply.WithStatus(200, """{"access_token":"at-1","refresh_token":"rt-1","expires_in":60,"scope":"a b"}""");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private McpServerTarget Target => new("s", $"http://127.0.0.1:{_server.Port}/mcp?x=1#part", new Dictionary<string, string>());

    [Fact]
    public async Task An_answer_of_somebody_else_is_refused_and_the_login_goes_on()
    {
        using var login = await McpLogin.StartAsync(Options(), Cancellation);
        var run = login.RunAsync(Cancellation);

        Assert.Equal((HttpStatusCode.BadRequest, "Invalid OAuth callback"), await VisitAsync(login, "code=stolen&state=guessed"));
        Assert.Equal((HttpStatusCode.BadRequest, "Invalid OAuth callback"), await VisitAsync(login, "code=c1"));
        Assert.Equal((HttpStatusCode.OK, "Authentication complete. You may close this window."), await VisitAsync(login, $"code=c1&state={Query(login)["state"]}"));
        await run.WaitAsync(Cancellation);

        Assert.Equal("at-1", _store.Load("s", Target.Url)!.AccessToken);
    }

    [Fact]
    public async Task Answers_need_only_what_something_depends_on()
    {
        var tokens = await LogInAsync(Options());

        Assert.Equal(("dyn-1", "rt-1"), (tokens.ClientId, tokens.RefreshToken));
        Assert.Equal(["a", "b"], tokens.Scopes);
    }

    [Fact]
    public async Task Nothing_is_asked_for_when_that_is_wanted()
    {
        _server.Routes["GET /.well-known/oauth-authorization-server"] = Metadata(",\"scopes_supported\":[\"x\"]");
        using var login = await McpLogin.StartAsync(Options() with { OmitsScopes = true }, Cancellation);

        Assert.False(Query(login).ContainsKey("scope"));
        Assert.DoesNotContain("scope", Sent("/register").Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Basic aSUyMGQ6cyUzQWU=", null)]
    [InlineData(",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"]", null, "s:e")]
    public async Task A_client_with_a_secret_proves_itself_as_the_server_wants(string metadata, string? header, string? member)
    {
        _server.Routes["GET /.well-known/oauth-authorization-server"] = Metadata(metadata);
        _server.Routes["POST /register"] = Reply.WithStatus(201, """{"client_id":"i d","client_secret":"s:e"}""");

        await LogInAsync(Options());

        var form = QueryText.Parse(Sent("/token").Text);
        Assert.Equal((header, member), (Sent("/token").Header("authorization"), form.GetValueOrDefault("client_secret")));
        Assert.Equal(header is null, form.ContainsKey("client_id"));
    }

    [Theory]
    [InlineData("error=access_denied&error_description=no+thanks", "OAuth provider returned `access_denied`: no thanks")]
    [InlineData("error=access_denied", "OAuth provider returned `access_denied`")]
    public async Task What_the_login_page_says_is_told(string query, string message)
    {
        using var login = await McpLogin.StartAsync(Options(), Cancellation);
        var run = login.RunAsync(Cancellation);

        Assert.Equal((HttpStatusCode.BadRequest, message), await VisitAsync(login, query));

        Assert.Equal(message, (await Assert.ThrowsAsync<McpLoginRefusedException>(() => run)).Message);
    }

    [Theory]
    [InlineData(502, "<html>secret</html>", "127.0.0.1 answered 502 Bad Gateway without a token")]
    [InlineData(200, "<html>secret</html>", "127.0.0.1 answered 200 OK without a token")]
    [InlineData(200, """{"access_token":"","token":"secret"}""", "127.0.0.1 answered 200 OK without a token")]
    [InlineData(400, """{"error":"invalid_grant"}""", "Server returned error response: invalid_grant")]
    public async Task A_code_that_gives_no_token_is_explained_without_quoting_pages(int status, string body, string reason)
    {
        _server.Routes["POST /token"] = Reply.WithStatus(status, body);

        var exception = await Assert.ThrowsAsync<McpAuthException>(() => LogInAsync(Options()));

        Assert.Equal("failed to handle OAuth callback", exception.Message);
        Assert.Equal([$"OAuth token exchange failed: {reason}"], exception.Causes);
        Assert.Null(_store.Load("s", Target.Url));
    }

    [Fact]
    public async Task A_user_who_does_not_come_back_ends_the_login()
    {
        var clock = new ManualClock();
        using var login = await McpLogin.StartAsync(Options() with { Time = clock }, Cancellation);
        var run = login.RunAsync(Cancellation);

        clock.Advance(TimeSpan.FromMinutes(5));

        var exception = await Assert.ThrowsAsync<McpAuthException>(() => run);
        Assert.Equal("timed out waiting for OAuth callback", exception.Message);
    }

    [Fact]
    public async Task A_stream_of_events_at_the_servers_address_is_not_waited_for()
    {
        var gone = new TaskCompletionSource();
        _server.Routes["GET /mcp"] = Reply.Events().Then(new ReplyStep.Stall(gone));

        using var login = await McpLogin.StartAsync(Options(), Cancellation).WaitAsync(TimeSpan.FromSeconds(20), Cancellation);

        Assert.Contains("client_id=dyn-1", login.PageUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_credentials_of_the_server_are_not_shown_to_other_servers()
    {
        await using var other = new FakeResponsesServer();
        other.Routes["GET /.well-known/oauth-authorization-server"] = Metadata("");
        _server.Routes["GET /mcp"] = Reply.WithStatus(401).WithHeader("WWW-Authenticate", "Bearer resource_metadata=\"/meta\"");
        _server.Routes["GET /meta"] = Reply.WithStatus(200, $$"""{"authorization_server":"http://127.0.0.1:{{other.Port}}"}""");
        var target = Target with { Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer own", ["X-Own"] = "1" } };

        using var login = await McpLogin.StartAsync(Options() with { Target = target }, Cancellation);

        Assert.All(_server.AllRequests.Where(static request => request.Method == "GET"), static request => Assert.Equal("Bearer own", request.Header("authorization")));
        Assert.All(other.AllRequests, static request => Assert.Equal((null, "1"), (request.Header("authorization"), request.Header("x-own"))));
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
        _home.Dispose();
    }

    private Reply Metadata(string more) => Reply.WithStatus(200, $$"""
        {"authorization_endpoint":"http://127.0.0.1:{{_server.Port}}/authorize?tenant=1","token_endpoint":"http://127.0.0.1:{{_server.Port}}/token",
        "registration_endpoint":"http://127.0.0.1:{{_server.Port}}/register"{{more}}}
        """);

    private McpLoginOptions Options() => new()
    {
        Target = Target,
        Store = _store,
        Time = TimeProvider.System,
        CreateHandler = () => HttpHandlerFactory.Create(TestEnvironment.With()),
    };

    private async Task<McpTokens> LogInAsync(McpLoginOptions options)
    {
        using var login = await McpLogin.StartAsync(options, Cancellation);
        var run = login.RunAsync(Cancellation);
        await VisitAsync(login, $"code=c1&state={Query(login)["state"]}");
        await run.WaitAsync(Cancellation);
        return _store.Load("s", Target.Url)!;
    }

    private async Task<(HttpStatusCode Status, string Text)> VisitAsync(McpLogin login, string query)
    {
        using var answer = await _browser.GetAsync(new Uri($"{Query(login)["redirect_uri"]}?{query}"), Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static Dictionary<string, string> Query(McpLogin login) => QueryText.Parse(new Uri(login.PageUrl).Query.TrimStart('?'));

    private CapturedRequest Sent(string path) => _server.AllRequests.Single(request => request.Path == path);
}
