using Codex.Backend.Auth;
using Codex.Backend.Auth.Sources;
using Codex.Backend.Auth.Storage;
using Codex.Backend.Auth.Tokens;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;

namespace Codex.Backend.Tests.Auth;

public sealed class AuthManagerTests : IAsyncDisposable
{
    private static readonly DateTimeOffset s_past = DateTimeOffset.UtcNow.AddDays(-1);
    private static readonly DateTimeOffset s_future = DateTimeOffset.UtcNow.AddDays(5);
    private readonly TempDirectory _home = new();
    private readonly FakeResponsesServer _server = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FileCredentialStore Store => new(_home.Root);

    [Fact]
    public async Task A_key_of_the_environment_goes_before_the_stored_login()
    {
        Store.Save(AuthDocument.OfApiKey("stored"));
        await using var manager = Logins.Manager(Store, _server, _home.Root, null, ("CODEX_API_KEY", " env "));

        Assert.Equal("Bearer env", (await manager.GetAsync(Cancellation))!.Authorization!().Reveal());
    }

    [Fact]
    public async Task A_login_that_cannot_be_read_is_none_until_somebody_asks_why()
    {
        _home.Write("auth.json", "{");
        await using var manager = Logins.Manager(Store, _server, _home.Root);

        Assert.Null(await manager.GetAsync(Cancellation));
        await Assert.ThrowsAsync<AuthException>(async () => await manager.LoadAsync(Cancellation));
    }

    [Theory]
    [InlineData("""{"auth_mode":"chatgpt","tokens":{"id_token":"e30.e30.s","access_token":"a","refresh_token":"r"}}""")]
    [InlineData("""{"auth_mode":"chatgpt"}""")]
    public async Task Tokens_of_unknown_age_are_not_sent(string json)
    {
        _home.Write("auth.json", json);
        await using var manager = Logins.Manager(Store, _server, _home.Root);

        var login = await manager.GetAsync(Cancellation);

        Assert.True(login is { IsChatGpt: true, Authorization: null });
    }

    [Fact]
    public async Task A_token_that_is_still_good_is_used_as_it_is()
    {
        Store.Save(Logins.ChatGpt(s_future));
        await using var manager = Logins.Manager(Store, _server, _home.Root);

        var login = await manager.GetAsync(Cancellation);

        Assert.Equal(("Bearer " + Logins.AccessToken(s_future), "acc"), (login!.Authorization!().Reveal(), login.AccountId));
        Assert.Empty(_server.AllRequests);
    }

    [Fact]
    public async Task A_token_that_is_about_to_expire_is_renewed_and_stored()
    {
        Store.Save(Logins.ChatGpt(DateTimeOffset.UtcNow.AddMinutes(4)));
        _server.Routes["POST /oauth/token"] = Logins.RenewsOnce("new");
        await using var manager = Logins.Manager(Store, _server, _home.Root);

        Assert.Equal("Bearer new", (await manager.GetAsync(Cancellation))!.Authorization!().Reveal());
        Assert.Equal("Bearer new", (await manager.GetAsync(Cancellation))!.Authorization!().Reveal());

        var request = Assert.Single(_server.AllRequests);
        Assert.Equal("""{"client_id":"app_EMoamEEZ73f0CkXaXp7hrann","grant_type":"refresh_token","refresh_token":"r1"}""", request.Text);
        Assert.Equal(("codex_exec", "*/*"), (request.Header("originator"), request.Header("accept")));
        var stored = Store.Load()!;
        Assert.Equal(new AuthTokens(Logins.IdToken("acc"), "new", "r2", "acc"), stored.Tokens);
        Assert.True(stored.LastRefresh > s_past);
    }

    [Fact]
    public async Task A_token_without_an_end_is_renewed_after_eight_days()
    {
        var document = Logins.ChatGpt(s_future);
        document = document with { Tokens = document.Tokens! with { AccessToken = "opaque" }, LastRefresh = DateTimeOffset.UtcNow.AddDays(-8.01) };
        Store.Save(document);
        _server.Routes["POST /oauth/token"] = Logins.RenewsOnce("new");
        await using var manager = Logins.Manager(Store, _server, _home.Root);

        Assert.Equal("Bearer new", (await manager.GetAsync(Cancellation))!.Authorization!().Reveal());
    }

    [Fact]
    public async Task A_clock_that_is_ahead_renews_once_and_not_for_every_request()
    {
        Store.Save(Logins.ChatGpt(s_past));
        _server.Routes["POST /oauth/token"] = Logins.RenewsOnce(Logins.AccessToken(s_past.AddHours(1)));
        await using var manager = Logins.Manager(Store, _server, _home.Root);

        for (var request = 0; request < 3; request++)
            await manager.GetAsync(Cancellation);

        Assert.Equal(1, _server.Renewals());
    }

    [Fact]
    public async Task A_refusal_leaves_the_old_token_and_is_remembered()
    {
        Store.Save(Logins.ChatGpt(s_past));
        var before = File.ReadAllText(Store.Path);
        _server.Routes["POST /oauth/token"] = Reply.WithStatus(400, """{"error":"refresh_token_expired"}""");
        await using var manager = Logins.Manager(Store, _server, _home.Root);

        for (var request = 0; request < 2; request++)
            Assert.Equal("Bearer " + Logins.AccessToken(s_past), (await manager.GetAsync(Cancellation))!.Authorization!().Reveal());

        Assert.Equal(1, _server.Renewals());
        Assert.Equal(before, File.ReadAllText(Store.Path));
    }

    [Theory]
    [InlineData(400, """{"error":{"code":"refresh_token_expired"}}""", TokenRefreshFailure.Expired, "Your access token could not be refreshed because your refresh token has expired. Please log out and sign in again.")]
    [InlineData(401, """{"code":"REFRESH_TOKEN_INVALIDATED"}""", TokenRefreshFailure.Revoked, "Your access token could not be refreshed because your refresh token was revoked. Please log out and sign in again.")]
    [InlineData(401, "<html>", TokenRefreshFailure.Refused, "Your access token could not be refreshed. Please log out and sign in again.")]
    [InlineData(503, """{"error":{"message":"busy"}}""", TokenRefreshFailure.Transient, "Failed to refresh token: 503 Service Unavailable: busy")]
    [InlineData(500, "", TokenRefreshFailure.Transient, "Failed to refresh token: 500 Internal Server Error: Unknown error")]
    public async Task Refusals_are_told_apart(int status, string body, TokenRefreshFailure failure, string message)
    {
        Store.Save(Logins.ChatGpt(s_future));
        _server.Routes["POST /oauth/token"] = Reply.WithStatus(status, body);
        await using var manager = Logins.Manager(Store, _server, _home.Root);
        var recovery = manager.CreateRecovery();

        Assert.True(await recovery.TryNextAsync(Cancellation));
        var error = await Assert.ThrowsAsync<TokenRefreshException>(async () => await recovery.TryNextAsync(Cancellation));

        Assert.Equal((failure, message), (error.Failure, error.Message));
    }

    [Fact]
    public async Task A_page_instead_of_tokens_names_the_host_and_nothing_of_the_page()
    {
        Store.Save(Logins.ChatGpt(s_future));
        _server.Routes["POST /oauth/token"] = Reply.WithStatus(200, "<html>Sign in to the hotel's network</html>");
        await using var manager = Logins.Manager(Store, _server, _home.Root);
        var recovery = manager.CreateRecovery();
        await recovery.TryNextAsync(Cancellation);

        var error = await Assert.ThrowsAsync<TokenRefreshException>(async () => await recovery.TryNextAsync(Cancellation));

        Assert.Equal($"Failed to refresh token: 127.0.0.1:{_server.Port} did not answer with JSON", error.Message);
    }

    [Fact]
    public async Task Sixteen_users_of_one_home_spend_the_refresh_token_once()
    {
        Store.Save(Logins.ChatGpt(s_past));
        _server.Routes["POST /oauth/token"] = Logins.RenewsOnce(Logins.AccessToken(s_future)).After(TimeSpan.FromMilliseconds(50));
        var managers = Enumerable.Range(0, 16).Select(_ => Logins.Manager(Store, _server, _home.Root)).ToArray();

        var logins = await Task.WhenAll(managers.Select(manager => Task.Run(async () => await manager.GetAsync(Cancellation))));

        Assert.All(logins, login => Assert.Equal("Bearer " + Logins.AccessToken(s_future), login!.Authorization!().Reveal()));
        Assert.Equal(1, _server.Renewals());
        foreach (var manager in managers)
            await manager.DisposeAsync();
    }

    [Fact]
    public async Task Tokens_that_another_program_obtained_without_the_lock_are_taken_over()
    {
        Store.Save(Logins.ChatGpt(s_past));
        _server.Routes["POST /oauth/token"] = Reply.To(_ =>
        {
            Store.Save(Logins.ChatGpt(s_future, refreshToken: "r2"));
            return Reply.WithStatus(401, """{"error":{"code":"refresh_token_reused"}}""");
        });
        await using var manager = Logins.Manager(Store, _server, _home.Root);

        Assert.Equal("Bearer " + Logins.AccessToken(s_future), (await manager.GetAsync(Cancellation))!.Authorization!().Reveal());
        Assert.Equal("r2", Store.Load()!.Tokens!.RefreshToken);
    }

    [Fact]
    public async Task After_a_refusal_the_login_is_read_anew_then_renewed_then_given_up()
    {
        Store.Save(Logins.ChatGpt(s_future));
        _server.Routes["POST /oauth/token"] = Logins.RenewsOnce("new");
        await using var manager = Logins.Manager(Store, _server, _home.Root);
        await manager.GetAsync(Cancellation);
        Store.Save(Logins.ChatGpt(s_future.AddDays(1)));
        var recovery = manager.CreateRecovery();

        Assert.True(await recovery.TryNextAsync(Cancellation));
        Assert.Equal("Bearer " + Logins.AccessToken(s_future.AddDays(1)), (await manager.GetAsync(Cancellation))!.Authorization!().Reveal());
        Assert.True(await recovery.TryNextAsync(Cancellation));
        Assert.Equal("Bearer new", (await manager.GetAsync(Cancellation))!.Authorization!().Reveal());
        Assert.False(await recovery.TryNextAsync(Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_login_of_another_account_is_not_taken_over(bool loggedOut)
    {
        Store.Save(Logins.ChatGpt(s_future));
        await using var manager = Logins.Manager(Store, _server, _home.Root);
        await manager.GetAsync(Cancellation);
        if (loggedOut)
            Store.Delete();
        else
            Store.Save(Logins.ChatGpt(s_future, "other"));

        var error = await Assert.ThrowsAsync<TokenRefreshException>(async () => await manager.CreateRecovery().TryNextAsync(Cancellation));

        Assert.Equal(TokenRefreshFailure.OtherAccount, error.Failure);
    }

    [Fact]
    public async Task A_login_that_names_no_account_is_renewed_as_well()
    {
        var document = Logins.ChatGpt(s_past);
        Store.Save(document with { Tokens = document.Tokens! with { AccountId = null } });
        _server.Routes["POST /oauth/token"] = Logins.RenewsOnce("new");
        await using var manager = Logins.Manager(Store, _server, _home.Root);

        Assert.Equal("Bearer new", (await manager.GetAsync(Cancellation))!.Authorization!().Reveal());
    }

    [Fact]
    public async Task Keys_have_no_recovery()
    {
        Store.Save(AuthDocument.OfApiKey("k"));
        await using var manager = Logins.Manager(Store, _server, _home.Root);

        Assert.False(await manager.CreateRecovery().TryNextAsync(Cancellation));
    }

    [Fact]
    public async Task External_tokens_are_kept_in_memory_and_asked_for_once_after_a_refusal()
    {
        Store.Save(AuthDocument.OfApiKey("stored"));
        await using var manager = Logins.Manager(Store, _server, _home.Root);
        var provider = new Provider(new ExternalTokens(Logins.Token("""{"email":"second"}"""), "acc", null));
        manager.UseExternal(new ExternalTokens(Logins.Token("""{"email":"first"}"""), "acc", "pro"), provider);
        var recovery = manager.CreateRecovery();

        var login = await manager.GetAsync(Cancellation);
        Assert.Equal((AuthMode.ExternalChatGpt, "first", "pro", "acc"), (login!.Mode, login.Claims.Email, login.Claims.PlanType, login.AccountId));
        Assert.True(await recovery.TryNextAsync(Cancellation));
        Assert.Equal(("second", "unknown"), ((await manager.GetAsync(Cancellation))!.Claims.Email, (await manager.GetAsync(Cancellation))!.Claims.PlanType));
        Assert.False(await recovery.TryNextAsync(Cancellation));
        Assert.Equal("stored", Store.Load()!.ApiKey);
        Assert.Empty(_server.AllRequests);
    }

    [Fact]
    public async Task Logging_out_withdraws_the_refresh_token_and_removes_the_login()
    {
        Store.Save(Logins.ChatGpt(s_future));
        await using var manager = Logins.Manager(Store, _server, _home.Root);

        Assert.True(await manager.LogoutAsync(Cancellation));

        var request = Assert.Single(_server.AllRequests);
        Assert.Equal("/oauth/revoke", request.Path);
        Assert.Equal("""{"token":"r1","token_type_hint":"refresh_token","client_id":"app_EMoamEEZ73f0CkXaXp7hrann"}""", request.Text);
        Assert.Null(await manager.GetAsync(Cancellation));
        Assert.False(File.Exists(Store.Path));
        Assert.False(await manager.LogoutAsync(Cancellation));
    }

    [Fact]
    public async Task New_tokens_that_cannot_be_stored_are_used_by_this_process()
    {
        Store.Save(Logins.ChatGpt(s_past));
        _server.Routes["POST /oauth/token"] = Logins.RenewsOnce("new");
        await using var manager = Logins.Manager(new UnwritableStore(Store), _server, _home.Root);

        Assert.Equal("Bearer new", (await manager.GetAsync(Cancellation))!.Authorization!().Reveal());
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _home.Dispose();
    }

    private sealed class Provider(ExternalTokens tokens) : IExternalTokenProvider
    {
        public Task<ExternalTokens> RefreshAsync(string? previousAccountId, CancellationToken cancellationToken) => Task.FromResult(tokens);
    }

    private sealed class UnwritableStore(ICredentialStore store) : ICredentialStore
    {
        public AuthDocument? Load() => store.Load();

        public void Save(AuthDocument document) => throw new AuthException("the disk is full");

        public bool Delete() => store.Delete();
    }
}
