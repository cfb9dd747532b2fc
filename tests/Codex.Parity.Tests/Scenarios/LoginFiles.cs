using System.Buffers.Text;
using System.Text;
using Codex.TestSupport.Http;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Stored logins and the answers of login servers.</summary>
internal static class LoginFiles
{
    /// <summary>A moment that has passed.</summary>
    public const long Past = 1000000000;

    /// <summary>A moment that has not.</summary>
    public const long Future = 4102444800;

    /// <summary>An id token of the account <c>acc1</c>.</summary>
    public static string IdToken { get; } = Token(
        """{"email":"a@b.c","https://api.openai.com/auth":{"chatgpt_plan_type":"plus","chatgpt_account_id":"acc1","chatgpt_user_id":"u1"}}""");

    /// <summary>A token of three parts that nobody has signed.</summary>
    public static string Token(string payload) => $"{Encode("""{"alg":"none"}""")}.{Encode(payload)}.sig";

    /// <summary>An access token that ends then.</summary>
    public static string AccessToken(long end) => Token($$$"""{"exp":{{{end}}},"https://api.openai.com/auth":{"chatgpt_plan_type":"plus"}}""");

    /// <summary>A ChatGPT login whose access token ends then.</summary>
    public static string ChatGpt(long end, string account = "\"acc1\"") => $$"""
        {
          "auth_mode": "chatgpt",
          "OPENAI_API_KEY": null,
          "tokens": {
            "id_token": "{{IdToken}}",
            "access_token": "{{AccessToken(end)}}",
            "refresh_token": "r1",
            "account_id": {{account}}
          },
          "last_refresh": "2026-01-02T03:04:05.123456789Z"
        }
        """;

    /// <summary>Stores a login, for its owner only.</summary>
    public static Action<string> In(string json) => home =>
    {
        var path = Path.Combine(home, "auth.json");
        File.WriteAllText(path, json);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    };

    /// <summary>New tokens for the refresh token <c>r1</c>, once; then refusals.</summary>
    public static Reply RenewsOnce()
    {
        var spent = 0;
        return Reply.To(_ => Interlocked.Increment(ref spent) == 1
            ? Reply.WithStatus(200, $$"""{"access_token":"{{AccessToken(Future)}}","refresh_token":"r2"}""")
            : Reply.WithStatus(401, """{"error":{"code":"refresh_token_reused","message":"again?"}}"""));
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
