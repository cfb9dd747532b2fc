using Codex.Backend.Auth;
using Codex.Backend.McpAuth.Storage;
using Codex.Backend.Tests.Auth;
using Codex.TestSupport.Files;

namespace Codex.Backend.Tests.McpAuth;

public sealed class McpTokenStoreTests : IDisposable
{
    private static readonly McpTokens s_tokens = new("docs", "http://127.0.0.1:18190/mcp", "client", "at")
    {
        RefreshToken = "rt",
        ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(4102444800123),
        Scopes = ["a", "b"],
    };

    private readonly TempDirectory _home = new();
    private readonly MemoryKeyring _keyring = new();

    private FileMcpTokenStore InFile => new(_home.Root);

    private KeyringMcpTokenStore InKeyring => new(_keyring, InFile, TimeProvider.System);

    private AutoMcpTokenStore Auto => new(InKeyring, InFile);

    [Fact]
    public void The_file_is_that_of_the_original_and_ends_with_the_last_login()
    {
        InFile.Save(s_tokens);
        InFile.Save(new McpTokens("b", s_tokens.Url, "c", "t"));

        Assert.Equal(
            """{"b|c9e29894cd27e760":{"server_name":"b","server_url":"http://127.0.0.1:18190/mcp","client_id":"c","access_token":"t","expires_at":null,"refresh_token":null,"scopes":[]},"""
            + "\"docs|" + """c9e29894cd27e760":{"server_name":"docs","server_url":"http://127.0.0.1:18190/mcp","client_id":"client","access_token":"at","expires_at":4102444800123,"refresh_token":"rt","scopes":["a","b"]}}""",
            File.ReadAllText(_home[".credentials.json"]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(_home[".credentials.json"]).UnixFileMode);
        Assert.Equal((true, false, true), (InFile.Delete("docs", s_tokens.Url), InFile.Delete("docs", s_tokens.Url), InFile.Delete("b", s_tokens.Url)));
        Assert.False(File.Exists(_home[".credentials.json"]));
    }

    [Fact]
    public void A_server_that_has_moved_is_another_one()
    {
        InFile.Save(s_tokens);

        Assert.Equivalent(s_tokens, InFile.Load("docs", s_tokens.Url));
        Assert.Null(InFile.Load("docs", s_tokens.Url + "/"));
        Assert.Null(InFile.Load("other", s_tokens.Url));
    }

    [Theory]
    [InlineData("no json", "no valid JSON at line 1")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("""{"k":{"server_name":"docs","access_token":"secret"}}""", "missing field `server_url`")]
    public void A_file_that_cannot_be_read_is_named_and_left_alone(string text, string reason)
    {
        _home.Write(".credentials.json", text);

        foreach (var action in new Action[] { () => InFile.Load("docs", s_tokens.Url), () => InFile.Save(s_tokens), () => InFile.Delete("docs", s_tokens.Url) })
        {
            var exception = Assert.ThrowsAny<AuthException>(action);
            Assert.Equal($"failed to parse credentials file at {_home[".credentials.json"]}", exception.Message);
            Assert.Equal([reason], Assert.IsType<Codex.Backend.McpAuth.McpAuthException>(exception).Causes);
        }

        Assert.Equal(text, File.ReadAllText(_home[".credentials.json"]));
    }

    [Fact]
    public async Task No_login_is_lost_when_many_are_kept_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(() => InFile.Save(s_tokens with { ServerName = $"server{number}" }), TestContext.Current.CancellationToken)));

        Assert.All(Enumerable.Range(0, 16), number => Assert.NotNull(InFile.Load($"server{number}", s_tokens.Url)));
    }

    [Fact]
    public void The_keyring_holds_the_original_form_and_takes_the_login_out_of_the_file()
    {
        InFile.Save(s_tokens);

        InKeyring.Save(s_tokens with { ExpiresAt = null });

        Assert.False(File.Exists(_home[".credentials.json"]));
        Assert.Equal(
            """{"server_name":"docs","url":"http://127.0.0.1:18190/mcp","client_id":"client","token_response":{"access_token":"at","token_type":"bearer","refresh_token":"rt","scope":"a b"},"expires_at":null}""",
            _keyring.Load("Codex MCP Credentials", "docs|c9e29894cd27e760"));
        Assert.Equivalent(s_tokens with { ExpiresAt = null }, InKeyring.Load("docs", s_tokens.Url));
        Assert.True(Auto.Delete("docs", s_tokens.Url));
        Assert.Null(Auto.Load("docs", s_tokens.Url));
    }

    [Fact]
    public void Without_a_keyring_the_automatic_place_is_the_file_to_the_end()
    {
        _keyring.IsBroken = true;

        Auto.Save(s_tokens);

        Assert.Equivalent(s_tokens, Auto.Load("docs", s_tokens.Url));
        Assert.Equal("failed to delete OAuth tokens from keyring", Assert.ThrowsAny<AuthException>(() => InKeyring.Delete("docs", s_tokens.Url)).Message);
        Assert.Equal("failed to write OAuth tokens to keyring: broken", Assert.ThrowsAny<AuthException>(() => InKeyring.Save(s_tokens)).Message);
        Assert.True(Auto.Delete("docs", s_tokens.Url));
        Assert.False(File.Exists(_home[".credentials.json"]));
    }

    public void Dispose() => _home.Dispose();
}
