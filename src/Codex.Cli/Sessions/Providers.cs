using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Configuration.Providers;

namespace Codex.Cli.Sessions;

/// <summary>Hands a configured provider to the client that talks to it.</summary>
internal static class Providers
{
    /// <summary>The endpoint of a provider.</summary>
    public static ProviderEndpoint Endpoint(ModelProviderInfo provider) => new()
    {
        Id = provider.Id,
        Name = provider.Name,
        BaseUrl = provider.BaseUrl,
        KeyVariable = provider.EnvKey,
        KeyInstructions = provider.EnvKeyInstructions,
        BearerToken = provider.BearerToken,
        QueryParameters = provider.QueryParameters,
        Headers = provider.HttpHeaders,
        VariableHeaders = provider.EnvHttpHeaders,
        RequestRetries = new RetryPolicy(provider.RequestMaxRetries),
        StreamRetries = new RetryPolicy(provider.StreamMaxRetries),
        StreamIdleTimeout = provider.StreamIdleTimeout,
        RequiresOpenAiAuth = provider.RequiresOpenAiAuth,
    };
}
