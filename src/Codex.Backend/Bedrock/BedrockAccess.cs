using Codex.Backend.Auth;
using Codex.Backend.Bedrock.Keys;
using Codex.Backend.Responses;
using Codex.Platform.Environment;

namespace Codex.Backend.Bedrock;

/// <summary>How a user reaches Bedrock: where, and with a token or with signed requests (<c>codex-rs/model-provider/src/amazon_bedrock/auth.rs</c>).</summary>
internal sealed record BedrockAccess
{
    private const string TokenVariable = "AWS_BEARER_TOKEN_BEDROCK";
    private const string DefaultProfile = "default";

    /// <summary>The region of the service.</summary>
    public required string Region { get; init; }

    /// <summary>A token that stands for itself; null when requests are signed.</summary>
    public Secret? Token { get; private init; }

    /// <summary>The profile whose keys sign requests; null when there is a token.</summary>
    public string? Profile { get; private init; }

    /// <summary>The root of the provider's addresses.</summary>
    public string BaseUrl => BedrockRegions.BaseUrl(Region)!;

    /// <summary>Finds out; nothing is asked over the network.</summary>
    /// <param name="profile">The configured profile, if any.</param>
    /// <param name="region">The configured region, if any.</param>
    /// <param name="environment">The surroundings.</param>
    /// <param name="profiles">The shared configuration files.</param>
    /// <exception cref="ModelException">The region cannot be told.</exception>
    public static BedrockAccess Find(string? profile, string? region, HostEnvironment environment, AwsProfiles profiles)
    {
        var named = Text(region) ?? AwsContext.VariableOf(environment, "AWS_REGION") ?? AwsContext.VariableOf(environment, "AWS_DEFAULT_REGION");
        if (AwsContext.VariableOf(environment, TokenVariable) is { } token)
        {
            named ??= Fail("Amazon Bedrock bearer token auth requires `model_providers.amazon-bedrock.aws.region`, `AWS_REGION`, or `AWS_DEFAULT_REGION`");
            return new BedrockAccess { Region = Checked(named), Token = new Secret(token) };
        }

        var selected = Text(profile) ?? AwsContext.VariableOf(environment, "AWS_PROFILE") ?? DefaultProfile;
        named ??= profiles.Find(selected)?.Find("region") ?? Fail("failed to resolve Amazon Bedrock auth: AWS SDK config did not resolve a region");
        return new BedrockAccess { Region = Checked(named), Profile = selected };
    }

    /// <summary>An error of the first request that trying again does not cure.</summary>
    public static ModelException Failure(string message) => new(ModelFailure.Configuration, $"Fatal error: {message}");

    private static string Checked(string region) =>
        BedrockRegions.BaseUrl(region) is null ? Fail($"Amazon Bedrock Mantle does not support region `{region}`") : region;

    private static string? Text(string? value) => value?.Trim() is { Length: > 0 } text ? text : null;

    private static string Fail(string message) => throw Failure(message);
}
