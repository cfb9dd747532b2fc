using Codex.Backend.Auth;
using Codex.Backend.Providers;
using Codex.Backend.Tests.Auth;

namespace Codex.Backend.Tests.Providers;

public sealed class ProviderCredentialsTests
{
    private static readonly ProviderEndpoint s_openAi = new() { Id = "openai", Name = "OpenAI", RequiresOpenAiAuth = true };
    private static readonly StoredLogin s_chatGpt = StoredLogin.OfChatGpt(Logins.ChatGpt(DateTimeOffset.UnixEpoch));

    [Fact]
    public async Task The_login_decides_where_openai_is()
    {
        Assert.Equal("https://chatgpt.com/backend-api/codex", (await GetAsync(s_openAi, s_chatGpt)).BaseUrl);
        Assert.Equal("https://api.openai.com/v1", (await GetAsync(s_openAi, StoredLogin.OfApiKey("k"))).BaseUrl);
        Assert.Equal("https://api.openai.com/v1", (await GetAsync(s_openAi, null)).BaseUrl);
        Assert.Equal("http://x", (await GetAsync(s_openAi with { BaseUrl = "http://x" }, s_chatGpt)).BaseUrl);
    }

    [Fact]
    public async Task A_configured_secret_goes_before_the_stored_login()
    {
        Assert.Equal("Bearer env", await HeaderAsync(s_openAi with { KeyVariable = "KEY", BearerToken = "token" }, s_chatGpt));
        Assert.Equal("Bearer literal", await HeaderAsync(s_openAi with { BearerToken = "literal" }, s_chatGpt));
        Assert.Null((await GetAsync(s_openAi with { BearerToken = "literal" }, s_chatGpt)).Login);
        Assert.Equal("Bearer " + s_chatGpt.Bearer!.Reveal(), await HeaderAsync(s_openAi, s_chatGpt));
    }

    [Fact]
    public async Task A_configured_secret_is_not_recovered_by_renewing_the_login()
    {
        var source = new FixedCredentialSource(s_chatGpt);
        var credentials = new ProviderCredentials(s_openAi with { BearerToken = "literal" }, TestEnvironment.With(), source);

        Assert.False(await credentials.CreateRecovery().TryNextAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, source.Recoveries);
    }

    [Fact]
    public void Secrets_do_not_print()
    {
        Assert.DoesNotContain("token", new Secret("token").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("e30", s_chatGpt.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("r1", s_chatGpt.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string?> HeaderAsync(ProviderEndpoint endpoint, StoredLogin? login) =>
        (await GetAsync(endpoint, login)).Authorization?.Reveal();

    private static ValueTask<RequestCredentials> GetAsync(ProviderEndpoint endpoint, StoredLogin? login) =>
        Create(endpoint, login).GetAsync(TestContext.Current.CancellationToken);

    private static ProviderCredentials Create(ProviderEndpoint endpoint, StoredLogin? login) =>
        new(endpoint, TestEnvironment.With(("KEY", "env"), ("OPENAI_API_KEY", "never")), new FixedCredentialSource(login));
}
