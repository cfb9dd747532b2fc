using Codex.Backend.Bedrock;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Backend.Tests.Bedrock.Keys;

namespace Codex.Backend.Tests.Bedrock;

public sealed class BedrockAuthorizationTests
{
    [Fact]
    public async Task Without_keys_a_request_fails_at_once_and_says_what_can_be_set()
    {
        await using var home = new KeyHome("[default]\nregion = us-east-1\n");
        using var authorization = BedrockAuthorization.Create(new ProviderEndpoint { Id = BuiltInProviders.AmazonBedrock, Name = "Amazon Bedrock" }, home.Environment, home.Clock);

        var failure = await Assert.ThrowsAsync<ModelException>(() => authorization.SignatureAsync(TestContext.Current.CancellationToken).AsTask());

        Assert.StartsWith("Fatal error: failed to load AWS credentials: set AWS_BEARER_TOKEN_BEDROCK", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.Retryable);
    }
}
