using Codex.Backend.Auth.Commands;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Configuration.Providers;
using Codex.Platform.Environment;

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
        UsesChatCompletions = provider.UsesChatCompletions,
        SupportsWebSockets = provider.SupportsWebsockets,
        WebSocketConnectTimeout = provider.WebsocketConnectTimeout,
        RequiresOpenAiAuth = provider.RequiresOpenAiAuth,
        AwsProfile = provider.Aws?.Profile,
        AwsRegion = provider.Aws?.Region,
    };

    /// <summary>The program that prints the provider's token; null when there is none.</summary>
    public static CredentialCommand? Command(ModelProviderInfo provider, HostEnvironment host) => provider.Auth is not { } auth ? null : new()
    {
        Program = auth.Command,
        Arguments = auth.Args,
        WorkingDirectory = auth.Cwd ?? host.CurrentDirectory,
        Timeout = Milliseconds(auth.TimeoutMs),
        RefreshInterval = Milliseconds(auth.RefreshIntervalMs),
    };

    // Timers take no more than this.
    private static TimeSpan Milliseconds(long value) => TimeSpan.FromMilliseconds(Math.Clamp(value, 0, int.MaxValue));
}
