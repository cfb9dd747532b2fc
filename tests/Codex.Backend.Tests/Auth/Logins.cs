using System.Buffers.Text;
using System.Text;
using Codex.Backend.Auth;
using Codex.Backend.Auth.Storage;
using Codex.Backend.Http;
using Codex.Backend.Responses;
using Codex.TestSupport.Http;

namespace Codex.Backend.Tests.Auth;

/// <summary>Logins and their managers for tests.</summary>
internal static class Logins
{
    /// <summary>A token of three parts that nobody has signed.</summary>
    public static string Token(string payload) => $"h.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.s";

    /// <summary>An id token of this account.</summary>
    public static string IdToken(string account) =>
        Token($$$"""{"email":"a@b.c","https://api.openai.com/auth":{"chatgpt_account_id":"{{{account}}}","chatgpt_plan_type":"plus"}}""");

    /// <summary>An access token that ends then.</summary>
    public static string AccessToken(DateTimeOffset end) => Token($$"""{"exp":{{end.ToUnixTimeSeconds()}}}""");

    /// <summary>A ChatGPT login whose access token ends then.</summary>
    public static AuthDocument ChatGpt(DateTimeOffset end, string account = "acc", string refreshToken = "r1") => new()
    {
        Mode = AuthMode.ChatGpt,
        Tokens = new AuthTokens(IdToken(account), AccessToken(end), refreshToken, account),
        LastRefresh = DateTimeOffset.UnixEpoch,
    };

    /// <summary>A manager whose login server is this one.</summary>
    public static AuthManager Manager(
        ICredentialStore? store, FakeResponsesServer server, string home, TimeProvider? time = null, params IEnumerable<(string, string)> variables)
    {
        var environment = TestEnvironment.With([("CODEX_REFRESH_TOKEN_URL_OVERRIDE", $"http://127.0.0.1:{server.Port}/oauth/token"), .. variables]);
        return new AuthManager(new AuthManagerOptions
        {
            CodexHome = home,
            Store = store,
            Memory = new MemoryCredentialStore(),
            Environment = environment,
            Identity = new ClientIdentity("codex_exec", "codex_exec/0.136.0 (test)"),
            Time = time ?? TimeProvider.System,
            CreateHandler = () => HttpHandlerFactory.Create(environment),
            ReadsApiKeyVariable = true,
            ChatGptBaseUrl = $"http://127.0.0.1:{server.Port}/backend-api/",
        });
    }

    /// <summary>New tokens for the refresh token of the request: each may be spent once.</summary>
    public static Reply RenewsOnce(string accessToken)
    {
        var spent = 0;
        return Reply.To(request => request.Json().GetProperty("refresh_token").GetString() == "r1" && Interlocked.Increment(ref spent) == 1
            ? Reply.WithStatus(200, $$"""{"access_token":"{{accessToken}}","refresh_token":"r2"}""")
            : Reply.WithStatus(401, """{"error":{"code":"refresh_token_reused","message":"again?"}}"""));
    }

    /// <summary>How many times new tokens were asked for.</summary>
    public static int Renewals(this FakeResponsesServer server) => server.AllRequests.Count(request => request.Path == "/oauth/token");
}
