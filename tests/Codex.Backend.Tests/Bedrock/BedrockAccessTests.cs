using Codex.Backend.Bedrock;
using Codex.Backend.Bedrock.Keys;
using Codex.Backend.Models;
using Codex.Backend.Responses;
using Codex.Platform.Environment;
using Codex.TestSupport.Files;

namespace Codex.Backend.Tests.Bedrock;

public sealed class BedrockAccessTests : IDisposable
{
    private readonly TempDirectory _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("us-west-2", "https://bedrock-mantle.us-west-2.api.aws/openai/v1")]
    [InlineData(null, "https://bedrock-mantle.eu-north-1.api.aws/openai/v1")]
    public void The_configured_region_goes_before_that_of_the_environment(string? region, string url) =>
        Assert.Equal(url, Find(null, region, ("AWS_BEARER_TOKEN_BEDROCK", "t"), ("AWS_REGION", "eu-north-1"), ("AWS_DEFAULT_REGION", "us-east-2")).BaseUrl);

    [Fact]
    public void Files_may_lie_elsewhere()
    {
        var config = _home.Write("c", "[profile a b]\nregion=us-east-2 \n[profile a]\nregion = sa-east-1\n");
        var keys = _home.Write("k", "; remark\n[a]\naws_access_key_id = ID\naws_secret_access_key=s=e\n");

        var access = Find(" a ", null, ("AWS_CONFIG_FILE", config), ("AWS_SHARED_CREDENTIALS_FILE", keys));

        Assert.Equal("https://bedrock-mantle.sa-east-1.api.aws/openai/v1", access.BaseUrl);
        Assert.Equal("a", access.Profile);
    }

    [Theory]
    [InlineData("AWS_REGION", " ", "Fatal error: failed to resolve Amazon Bedrock auth: AWS SDK config did not resolve a region")]
    [InlineData("AWS_DEFAULT_REGION", "us-gov-1", "Fatal error: Amazon Bedrock Mantle does not support region `us-gov-1`")]
    [InlineData("AWS_BEARER_TOKEN_BEDROCK", "hidden", "Fatal error: Amazon Bedrock bearer token auth requires ")]
    public void What_is_missing_is_said_and_not_tried_again(string variable, string value, string message)
    {
        var failure = Assert.Throws<ModelException>(() => Find(null, null, (variable, value)));

        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
        Assert.False(failure.Retryable);
        Assert.DoesNotContain("hidden", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_two_models_without_service_tiers()
    {
        var models = BedrockModels.Create(null).Models;

        Assert.Equal([("openai.gpt-5.5", 0), ("openai.gpt-5.4", 1)], models.Select(model => (model.Slug, model.Priority)));
        Assert.All(models, model => Assert.Equal((0, 0, 272_000L), (model.ServiceTiers.Count, model.AdditionalSpeedTiers.Count, model.MaxContextWindow)));
        Assert.All(BedrockModels.Create(ModelCatalog.Bundled()).Models, model => Assert.Empty(model.ServiceTiers));
    }

    private BedrockAccess Find(string? profile, string? region, params (string Name, string Value)[] variables) =>
        Find(profile, region, TestEnvironment.With([.. variables, ("HOME", _home.Root)]));

    private static BedrockAccess Find(string? profile, string? region, HostEnvironment environment) =>
        BedrockAccess.Find(profile, region, environment, AwsProfiles.Read(environment));
}
