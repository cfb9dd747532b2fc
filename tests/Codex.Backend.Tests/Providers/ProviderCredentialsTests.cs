using Codex.Backend.Auth;
using Codex.Backend.Providers;

namespace Codex.Backend.Tests.Providers;

public sealed class ProviderCredentialsTests
{
    private static readonly ProviderEndpoint s_openAi = new() { Id = "openai", Name = "OpenAI", RequiresOpenAiAuth = true };
    private static readonly StoredLogin s_chatGpt = new() { Bearer = new Secret("token"), IsChatGpt = true, AccountId = "acc" };

    [Fact]
    public void The_login_decides_where_openai_is()
    {
        Assert.Equal("https://chatgpt.com/backend-api/codex", Create(s_openAi, s_chatGpt).BaseUrl);
        Assert.Equal("https://api.openai.com/v1", Create(s_openAi, StoredLogin.OfApiKey("k")).BaseUrl);
        Assert.Equal("https://api.openai.com/v1", Create(s_openAi, null).BaseUrl);
        Assert.Equal("http://x", Create(s_openAi with { BaseUrl = "http://x" }, s_chatGpt).BaseUrl);
    }

    [Fact]
    public void A_configured_secret_goes_before_the_stored_login()
    {
        Assert.Equal("env", Create(s_openAi with { KeyVariable = "KEY", BearerToken = "token" }, s_chatGpt).Bearer()!.Reveal());
        Assert.Equal("literal", Create(s_openAi with { BearerToken = "literal" }, s_chatGpt).Bearer()!.Reveal());
        Assert.Null(Create(s_openAi with { BearerToken = "literal" }, s_chatGpt).Login);
        Assert.Equal("token", Create(s_openAi, s_chatGpt).Bearer()!.Reveal());
    }

    [Fact]
    public void Other_providers_never_see_the_login()
    {
        var credentials = Create(s_openAi with { RequiresOpenAiAuth = false }, s_chatGpt);

        Assert.Null(credentials.Bearer());
        Assert.Null(credentials.Login);
    }

    [Fact]
    public void A_secret_does_not_print() => Assert.DoesNotContain("token", new Secret("token").ToString(), StringComparison.Ordinal);

    private static ProviderCredentials Create(ProviderEndpoint endpoint, StoredLogin? login) =>
        new(endpoint, TestEnvironment.With(("KEY", "env"), ("OPENAI_API_KEY", "never")), () => login);
}
