using Codex.Backend.Bedrock.Keys;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Platform.Environment;

namespace Codex.Backend.Bedrock;

/// <summary>The provider for Bedrock.</summary>
public static class BedrockEndpoint
{
    /// <summary>The provider in the user's region; unchanged when that cannot be told, which is an error of the first request.</summary>
    public static ProviderEndpoint InRegion(ProviderEndpoint provider, HostEnvironment environment)
    {
        try
        {
            var profiles = AwsProfiles.Read(environment);
            return provider with { BaseUrl = BedrockAccess.Find(provider.AwsProfile, provider.AwsRegion, environment, profiles).BaseUrl };
        }
        catch (ModelException)
        {
            return provider;
        }
    }

    /// <summary>A handler that authorizes what goes through it.</summary>
    public static HttpMessageHandler Authorize(ProviderEndpoint provider, HostEnvironment environment, TimeProvider time, HttpMessageHandler inner) =>
        new BedrockHandler(() => BedrockAuthorization.Create(provider, environment, time), time, inner);
}
