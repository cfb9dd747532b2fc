using Codex.Backend.Auth;
using Codex.Backend.Auth.Login;
using Codex.Backend.Auth.Storage;
using Codex.Backend.Http;
using Codex.Backend.Tests.Responses;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Time;

namespace Codex.Backend.Tests.Auth;

public sealed class DeviceCodeLoginTests : IAsyncDisposable
{
    private const string UserCodeRoute = "POST /api/accounts/deviceauth/usercode";
    private const string TokenRoute = "POST /api/accounts/deviceauth/token";
    private readonly TempDirectory _home = new();
    private readonly FakeResponsesServer _server = new();
    private readonly AuthManager _manager;

    public DeviceCodeLoginTests()
    {
        _manager = Logins.Manager(Store, _server, _home.Root);
        _server.Routes[UserCodeRoute] = Reply.WithStatus(200, """{"device_auth_id":"d1","user_code":"ABCD-1234","interval":"5"}""");
        _server.Routes["POST /oauth/token"] = Reply.WithStatus(200, $$"""{"id_token":"{{Logins.IdToken("ws1")}}","access_token":"a","refresh_token":"r"}""");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FileCredentialStore Store => new(_home.Root);

    [Fact]
    public async Task The_server_is_asked_until_the_user_has_typed_the_code()
    {
        var asked = 0;
        _server.Routes[TokenRoute] = Reply.To(_ => Interlocked.Increment(ref asked) switch
        {
            1 => Reply.WithStatus(403),
            2 => Reply.WithStatus(404),
            _ => Reply.WithStatus(200, """{"authorization_code":"c","code_challenge":"ch","code_verifier":"v"}"""),
        });
        using var login = Login();

        var code = await login.RequestAsync(Cancellation);
        await login.CompleteAsync(code, Cancellation);

        Assert.Equal(new DeviceCode($"http://127.0.0.1:{_server.Port}/codex/device", "ABCD-1234", "d1", TimeSpan.FromSeconds(5)), code);
        var requests = _server.AllRequests;
        Assert.Equal("""{"client_id":"cid"}""", requests[0].Text);
        Assert.All(requests.Skip(1).Take(3), request => Assert.Equal("""{"device_auth_id":"d1","user_code":"ABCD-1234"}""", request.Text));
        Assert.Equal(
            $"grant_type=authorization_code&code=c&redirect_uri={Uri.EscapeDataString($"http://127.0.0.1:{_server.Port}/deviceauth/callback")}&client_id=cid&code_verifier=v",
            requests[4].Text);
        Assert.Equal(5, requests.Count);
        Assert.Equal((null, "ws1"), (Store.Load()!.ApiKey, Store.Load()!.Tokens!.AccountId));
    }

    [Theory]
    [InlineData("""{"device_auth_id":"d","usercode":"C","interval":3}""", 3)]
    [InlineData("""{"device_auth_id":"d","user_code":"C"}""", 1)]
    [InlineData("""{"device_auth_id":"d","user_code":"C","interval":" 0 "}""", 1)]
    public async Task Other_forms_of_the_code_are_understood(string body, int seconds)
    {
        _server.Routes[UserCodeRoute] = Reply.WithStatus(200, body);
        using var login = Login();

        Assert.Equal(("C", TimeSpan.FromSeconds(seconds)), await login.RequestAsync(Cancellation) is var code ? (code.UserCode, code.Interval) : default);
    }

    [Theory]
    [InlineData(404, "", "device code login is not enabled for this Codex server. Use the browser login or verify the server URL.")]
    [InlineData(500, "<html>", "device code request failed with status 500 Internal Server Error")]
    public async Task No_code_is_explained(int status, string body, string message)
    {
        _server.Routes[UserCodeRoute] = Reply.WithStatus(status, body);
        using var login = Login();

        Assert.Equal(message, (await Assert.ThrowsAnyAsync<AuthException>(() => login.RequestAsync(Cancellation))).Message);
    }

    [Fact]
    public async Task A_page_instead_of_a_code_names_the_host()
    {
        _server.Routes[UserCodeRoute] = Reply.WithStatus(200, "<html>hotel</html>");
        using var login = Login();

        var error = await Assert.ThrowsAsync<AuthException>(() => login.RequestAsync(Cancellation));

        Assert.Equal($"the answer of 127.0.0.1:{_server.Port} to a request for a device code cannot be understood", error.Message);
    }

    [Fact]
    public async Task A_refusal_ends_the_wait()
    {
        _server.Routes[TokenRoute] = Reply.WithStatus(400, "denied");

        Assert.Equal("device auth failed with status 400 Bad Request", await CompletionErrorAsync(Login()));
    }

    [Fact]
    public async Task A_code_that_is_refused_is_explained()
    {
        _server.Routes[TokenRoute] = Reply.WithStatus(200, """{"authorization_code":"c","code_challenge":"ch","code_verifier":"v"}""");
        _server.Routes["POST /oauth/token"] = Reply.WithStatus(400, """{"error_description":"too late"}""");

        Assert.Equal("device code exchange failed: token endpoint returned status 400 Bad Request: too late", await CompletionErrorAsync(Login()));
    }

    [Fact]
    public async Task Another_workspace_may_not_log_in()
    {
        _server.Routes[TokenRoute] = Reply.WithStatus(200, """{"authorization_code":"c","code_challenge":"ch","code_verifier":"v"}""");

        Assert.Equal("Login is restricted to workspace id(s) ws9.", await CompletionErrorAsync(Login(workspaces: ["ws9"])));
        Assert.Null(Store.Load());
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_the_wait_ends()
    {
        var clock = new ManualClock();
        _server.Routes[TokenRoute] = Reply.To(_ =>
        {
            clock.Advance(TimeSpan.FromMinutes(15));
            return Reply.WithStatus(403);
        });

        Assert.Equal("device auth timed out after 15 minutes", await CompletionErrorAsync(Login(clock)));
    }

    public async ValueTask DisposeAsync()
    {
        await _manager.DisposeAsync();
        await _server.DisposeAsync();
        _home.Dispose();
    }

    private static async Task<string> CompletionErrorAsync(DeviceCodeLogin login)
    {
        using (login)
        {
            var code = await login.RequestAsync(Cancellation);
            return (await Assert.ThrowsAsync<AuthException>(() => login.CompleteAsync(code, Cancellation))).Message;
        }
    }

    private DeviceCodeLogin Login(TimeProvider? time = null, IReadOnlyList<string>? workspaces = null) => new(new LoginOptions
    {
        Issuer = $"http://127.0.0.1:{_server.Port}/",
        ClientId = "cid",
        Originator = "codex_cli_rs",
        Store = Store,
        Manager = _manager,
        ForcedWorkspaceIds = workspaces,
        Time = time ?? new ImpatientClock(),
        CreateHandler = () => HttpHandlerFactory.Create(TestEnvironment.With()),
    });
}
