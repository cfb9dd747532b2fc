using Codex.Backend.Auth;
using Codex.Backend.Responses;
using Codex.Platform.Environment;

namespace Codex.Backend.Bedrock;

/// <summary>How a user reaches Bedrock: where, and with which secret (<c>codex-rs/model-provider/src/amazon_bedrock/auth.rs</c>).</summary>
internal sealed record BedrockAccess
{
    private const string Service = "bedrock-mantle";
    private const string TokenVariable = "AWS_BEARER_TOKEN_BEDROCK";

    /// <summary>The root of the provider's addresses.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>A token that stands for itself; null when requests are signed.</summary>
    public Secret? Token { get; private init; }

    /// <summary>Signs requests; null when there is a token.</summary>
    public AwsSignature? Signature { get; private init; }

    /// <summary>Finds out; nothing is asked over the network.</summary>
    /// <param name="profile">The configured profile, if any.</param>
    /// <param name="region">The configured region, if any.</param>
    /// <param name="environment">The surroundings.</param>
    /// <exception cref="ModelException">The region or the keys cannot be told.</exception>
    public static BedrockAccess Find(string? profile, string? region, HostEnvironment environment)
    {
        var named = Text(region) ?? Variable(environment, "AWS_REGION") ?? Variable(environment, "AWS_DEFAULT_REGION");
        if (Variable(environment, TokenVariable) is { } token)
        {
            named ??= Fail("Amazon Bedrock bearer token auth requires `model_providers.amazon-bedrock.aws.region`, `AWS_REGION`, or `AWS_DEFAULT_REGION`");
            return new BedrockAccess { BaseUrl = BaseUrlOf(named), Token = new Secret(token) };
        }

        var files = AwsProfileFiles.Read(environment, Text(profile) ?? Variable(environment, "AWS_PROFILE") ?? "default");
        named ??= files.Find("region") ?? Fail("failed to resolve Amazon Bedrock auth: AWS SDK config did not resolve a region");
        var url = BaseUrlOf(named);
        return new BedrockAccess { BaseUrl = url, Signature = new AwsSignature(Keys(environment, files), named, Service) };
    }

    private static string BaseUrlOf(string region) => BedrockRegions.BaseUrl(region) ?? Fail($"Amazon Bedrock Mantle does not support region `{region}`");

    // Keys of the environment go before those of a profile, also of a configured one.
    private static AwsCredentials Keys(HostEnvironment environment, AwsProfileFiles files)
    {
        var keys = Keys(Variable(environment, "AWS_ACCESS_KEY_ID"), Variable(environment, "AWS_SECRET_ACCESS_KEY"), Variable(environment, "AWS_SESSION_TOKEN"))
            ?? Keys(files.Find("aws_access_key_id"), files.Find("aws_secret_access_key"), files.Find("aws_session_token"));
        return keys ?? throw Failure(
            "failed to load AWS credentials: set AWS_BEARER_TOKEN_BEDROCK, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or put keys for the profile into the shared credentials file");
    }

    private static AwsCredentials? Keys(string? id, string? secret, string? session) =>
        id is null || secret is null ? null : new AwsCredentials(id, new Secret(secret), session is null ? null : new Secret(session));

    private static string? Variable(HostEnvironment environment, string name) => Text(environment.GetVariable(name));

    private static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;

    private static string Fail(string message) => throw Failure(message);

    private static ModelException Failure(string message) => new(ModelFailure.Configuration, $"Fatal error: {message}");
}
