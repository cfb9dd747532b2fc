using Codex.Backend.Auth.Http;
using Codex.Backend.Http;
using Codex.Backend.McpAuth;
using Codex.Backend.McpAuth.Storage;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;

namespace Codex.Backend.Tests.McpAuth;

public sealed class McpTokenSourceTests : IAsyncDisposable
{
    private readonly TempDirectory _home = new();
    private readonly FakeResponsesServer _server = new();
    private readonly FileMcpTokenStore _store;

    public McpTokenSourceTests()
    {
        _store = new FileMcpTokenStore(_home.Root);
        _server.Routes["GET /.well-known/oauth-authorization-server"] = Reply.WithStatus(
            200, $$"""{"authorization_endpoint":"http://127.0.0.1:{{_server.Port}}/authorize","token_endpoint":"http://127.0.0.1:{{_server.Port}}/token"}""");
        _server.Routes["POST /token"] = Reply.WithStatus(200, """{"access_token":"at-2","token_type":"Bearer","expires_in":3600}""");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Url => $"http://127.0.0.1:{_server.Port}/mcp";

    [Fact]
    public async Task A_token_that_has_time_is_used_and_no_login_gives_none()
    {
        Assert.Null(await Source().CurrentAsync(Cancellation));
        Keep(TimeSpan.FromMinutes(1));

        Assert.Equal("at-1", (await Source().CurrentAsync(Cancellation))!.Reveal());
        Assert.Empty(_server.AllRequests);
    }

    [Fact]
    public async Task A_token_that_ends_is_renewed_and_what_the_answer_leaves_out_stays()
    {
        Keep(TimeSpan.FromSeconds(29));

        Assert.Equal("at-2", (await Source().CurrentAsync(Cancellation))!.Reveal());

        var form = QueryText.Parse(Renewals().Single().Text);
        Assert.Equal(("refresh_token", "rt-1", "a b", "c"), (form["grant_type"], form["refresh_token"], form["scope"], form["client_id"]));
        var kept = _store.Load("s", Url)!;
        Assert.Equal(("at-2", "rt-1"), (kept.AccessToken, kept.RefreshToken));
        Assert.Equal(["a", "b"], kept.Scopes);
        Assert.True(kept.ExpiresAt > DateTimeOffset.UnixEpoch.AddYears(50));
    }

    [Fact]
    public async Task Many_who_need_a_new_token_at_once_ask_for_one()
    {
        Keep(TimeSpan.Zero);

        var tokens = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Source().CurrentAsync(Cancellation)));

        Assert.All(tokens, static token => Assert.Equal("at-2", token!.Reveal()));
        Assert.Single(Renewals());
    }

    [Fact]
    public async Task A_token_that_the_server_refuses_is_renewed_unless_somebody_has_done_so()
    {
        Keep(TimeSpan.FromHours(1));
        var refused = await Source().CurrentAsync(Cancellation);

        Assert.Equal("at-2", (await Source().RecoverAsync(refused!, Cancellation))!.Reveal());
        Assert.Equal("at-2", (await Source().RecoverAsync(refused!, Cancellation))!.Reveal());

        Assert.Single(Renewals());
    }

    [Fact]
    public async Task A_renewal_that_is_refused_names_the_server_and_leaves_the_login()
    {
        _server.Routes["POST /token"] = Reply.WithStatus(400, """{"error":"invalid_grant","error_description":"gone"}""");
        Keep(TimeSpan.Zero);

        var exception = await Assert.ThrowsAsync<McpAuthException>(() => Source().CurrentAsync(Cancellation));

        Assert.Equal("failed to refresh OAuth tokens for server s", exception.Message);
        Assert.Equal(["OAuth token refresh failed: Server returned error response: invalid_grant: gone"], exception.Causes);
        Assert.Equal("at-1", _store.Load("s", Url)!.AccessToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _home.Dispose();
    }

    private McpTokenSource Source() => new(
        _home.Root, new McpServerTarget("s", Url, new Dictionary<string, string>()), _store, () => HttpHandlerFactory.Create(TestEnvironment.With()), TimeProvider.System);

    private void Keep(TimeSpan rest) => _store.Save(new McpTokens("s", Url, "c", "at-1")
    {
        RefreshToken = "rt-1",
        ExpiresAt = TimeProvider.System.GetUtcNow() + rest,
        Scopes = ["a", "b"],
    });

    private IEnumerable<CapturedRequest> Renewals() => _server.AllRequests.Where(static request => request.Path == "/token");
}
