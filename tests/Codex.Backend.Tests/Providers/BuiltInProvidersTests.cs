using Codex.Backend.Providers;

namespace Codex.Backend.Tests.Providers;

public sealed class BuiltInProvidersTests
{
    [Fact]
    public void OpenAi_uses_the_login_and_names_the_version()
    {
        var provider = BuiltInProviders.Find("openai", TestEnvironment.With(), openAiBaseUrl: "")!;

        Assert.Equal(("OpenAI", null, true, true), (provider.Name, provider.BaseUrl, provider.RequiresOpenAiAuth, provider.IsOpenAi));
        Assert.Equal("0.136.0", provider.Headers["version"]);
        Assert.Equal("http://x", BuiltInProviders.Find("openai", TestEnvironment.With(), "http://x")!.BaseUrl);
    }

    [Theory]
    [InlineData("ollama", "A=b", "http://localhost:11434/v1")]
    [InlineData("lmstudio", "A=b", "http://localhost:1234/v1")]
    [InlineData("ollama", "CODEX_OSS_PORT=99", "http://localhost:99/v1")]
    [InlineData("lmstudio", "CODEX_OSS_PORT=99 CODEX_OSS_BASE_URL=http://h/v2", "http://h/v2")]
    public void Local_servers_can_be_moved(string id, string variables, string url)
    {
        var environment = TestEnvironment.With(variables.Split(' ').Select(pair => (pair.Split('=')[0], pair.Split('=')[1])));

        Assert.Equal(url, BuiltInProviders.Find(id, environment, null)!.BaseUrl);
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("mine")]
    public void Others_have_no_built_in_endpoint(string id) => Assert.Null(BuiltInProviders.Find(id, TestEnvironment.With(), null));

    [Theory]
    [InlineData("AZURE", null, true)]
    [InlineData("x", "https://me.OpenAI.azure.com/openai", true)]
    [InlineData("x", "https://example.com", false)]
    [InlineData("azure-like", null, false)]
    public void Azure_is_known_by_name_or_host(string name, string? url, bool isAzure) =>
        Assert.Equal(isAzure, new ProviderEndpoint { Id = "x", Name = name, BaseUrl = url }.IsAzure);
}
