using Codex.Backend.Auth;
using Codex.Backend.Auth.Storage;
using Codex.TestSupport.Files;

namespace Codex.Backend.Tests.Auth;

public sealed class FileCredentialStoreTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    [Theory]
    [InlineData("""{"auth_mode":"apikey","OPENAI_API_KEY":"sk-1"}""", AuthMode.ApiKey)]
    [InlineData("""{"OPENAI_API_KEY":"sk-1","tokens":{"id_token":"e30.e30.s","access_token":"x","refresh_token":"r"}}""", AuthMode.ApiKey)]
    [InlineData("""{"auth_mode":"chatgpt","OPENAI_API_KEY":"sk-1","unknown":[1]}""", AuthMode.ChatGpt)]
    [InlineData("""{"agent_identity":"x.y.z"}""", AuthMode.ChatGpt)]
    [InlineData("""{"auth_mode":"agentIdentity","agent_identity":"x.y.z"}""", AuthMode.AgentIdentity)]
    [InlineData("""{"auth_mode":"chatgptAuthTokens"}""", AuthMode.ExternalChatGpt)]
    [InlineData("{}", AuthMode.ChatGpt)]
    public void The_mode_is_told_or_guessed(string json, AuthMode mode) => Assert.Equal(mode, Read(json)!.EffectiveMode);

    [Fact]
    public void No_file_is_no_login() => Assert.Null(new FileCredentialStore(_directory["missing"]).Load());

    [Theory]
    [InlineData("{\n  \"auth_mode\": SECRET", "auth.json is not valid JSON: line 2, column 16")]
    [InlineData("", "auth.json is not valid JSON: line 1, column 1")]
    [InlineData("[]", "auth.json must hold a JSON object")]
    [InlineData("""{"auth_mode":"SECRET"}""", "auth.json: `auth_mode`: expected one of `apikey`, `chatgpt`, `chatgptAuthTokens`, `agentIdentity`")]
    [InlineData("""{"OPENAI_API_KEY":["SECRET"]}""", "auth.json: `OPENAI_API_KEY`: expected a string")]
    [InlineData("""{"tokens":{"id_token":"SECRET","access_token":"a","refresh_token":"r"}}""", "auth.json: `tokens.id_token`: invalid ID token format")]
    [InlineData("""{"tokens":{"id_token":"e30.SECRET!.s","access_token":"a","refresh_token":"r"}}""", "auth.json: `tokens.id_token`: invalid ID token format")]
    [InlineData("""{"tokens":{"id_token":"e30.e30.s","access_token":"SECRET"}}""", "auth.json: `tokens.refresh_token`: missing")]
    [InlineData("""{"last_refresh":"SECRET"}""", "auth.json: `last_refresh`: expected a time as in RFC 3339")]
    public void What_cannot_be_read_is_named_without_its_content(string json, string message)
    {
        var error = Assert.Throws<AuthException>(() => Read(json));

        Assert.EndsWith(message, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", error.Message, StringComparison.Ordinal);
        Assert.Equal(json, File.ReadAllText(_directory["auth.json"]));
    }

    [Fact]
    public void A_login_by_key_is_written_as_the_original_writes_it()
    {
        Store().Save(AuthDocument.OfApiKey("sk-\"ü/1"));

        Assert.Equal("{\n  \"auth_mode\": \"apikey\",\n  \"OPENAI_API_KEY\": \"sk-\\\"ü/1\"\n}", File.ReadAllText(_directory["auth.json"]));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1_000_000, ".100")]
    [InlineData(1_234_560, ".123456")]
    [InlineData(1_234_567, ".123456700")]
    public void A_chatgpt_login_is_written_as_the_original_writes_it(int ticks, string fraction)
    {
        Store().Save(new AuthDocument
        {
            Mode = AuthMode.ChatGpt,
            Tokens = new AuthTokens("e30.e30.s", "a", "r", null),
            LastRefresh = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(ticks),
        });

        Assert.Equal(
            $$"""
            {
              "auth_mode": "chatgpt",
              "OPENAI_API_KEY": null,
              "tokens": {
                "id_token": "e30.e30.s",
                "access_token": "a",
                "refresh_token": "r",
                "account_id": null
              },
              "last_refresh": "2026-01-02T03:04:05{{fraction}}Z"
            }
            """,
            File.ReadAllText(_directory["auth.json"]));
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var document = Logins.ChatGpt(DateTimeOffset.UnixEpoch) with { AgentIdentity = "i", ApiKey = "k" };

        Store().Save(document);

        Assert.Equal(document, Store().Load());
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Only_the_owner_may_read_the_file_even_when_it_was_open_before()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no modes there");
        File.SetUnixFileMode(_directory.Write("auth.json", "{}"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Assert.True(Store().IsExposed);

        Store().Save(AuthDocument.OfApiKey("k"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_directory["auth.json"]));
        Assert.False(Store().IsExposed);
        Assert.Equal(["auth.json"], Directory.GetFiles(_directory.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void A_link_stays_and_its_target_is_written()
    {
        _directory.Write("elsewhere/real.json", "{}");
        File.CreateSymbolicLink(_directory["auth.json"], _directory["elsewhere/real.json"]);

        Store().Save(AuthDocument.OfApiKey("k"));

        Assert.NotNull(new FileInfo(_directory["auth.json"]).LinkTarget);
        Assert.Equal("k", Store().Load()!.ApiKey);
    }

    [Fact]
    public void A_home_that_cannot_be_made_is_an_error_with_its_path()
    {
        var store = new FileCredentialStore(_directory.Write("file", "") + "/home");

        Assert.Contains("file/home/auth.json: ", Assert.Throws<AuthException>(() => store.Save(AuthDocument.OfApiKey("k"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deleting_tells_whether_there_was_something()
    {
        _directory.Write("auth.json", "not even json");

        Assert.True(Store().Delete());
        Assert.False(Store().Delete());
    }

    public void Dispose() => _directory.Dispose();

    private FileCredentialStore Store() => new(_directory.Root);

    private AuthDocument? Read(string json)
    {
        _directory.Write("auth.json", json);
        return Store().Load();
    }
}
