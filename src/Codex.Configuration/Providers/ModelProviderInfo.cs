using Codex.Configuration.Sections;

namespace Codex.Configuration.Providers;

/// <summary>A model provider with its defaults filled in (<c>model-provider-info/src/lib.rs</c>).</summary>
public sealed record ModelProviderInfo
{
    private const long MaximumRetries = 100;

    /// <summary>Its id in the configuration.</summary>
    public required string Id { get; init; }

    /// <summary>Display name; <c>OpenAI</c> and <c>azure</c> switch behaviour.</summary>
    public required string Name { get; init; }

    /// <summary>Root of the provider's addresses; null means OpenAI's own, chosen by the kind of credentials.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Environment variable that holds the key.</summary>
    public string? EnvKey { get; init; }

    /// <summary>What to tell a user whose key is missing.</summary>
    public string? EnvKeyInstructions { get; init; }

    /// <summary>A key written into the configuration.</summary>
    public string? BearerToken { get; init; }

    /// <summary>A program that prints a key.</summary>
    public ModelProviderAuthSection? Auth { get; init; }

    /// <summary>AWS credentials, for Bedrock.</summary>
    public ModelProviderAwsSection? Aws { get; init; }

    /// <summary>Query parameters of every request.</summary>
    public IReadOnlyDictionary<string, string> QueryParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Headers of every request.</summary>
    public IReadOnlyDictionary<string, string> HttpHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>Headers by environment variable; skipped while that is unset or blank.</summary>
    public IReadOnlyDictionary<string, string> EnvHttpHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>How often a request is repeated.</summary>
    public int RequestMaxRetries { get; init; } = 4;

    /// <summary>How often a broken stream is repeated.</summary>
    public int StreamMaxRetries { get; init; } = 5;

    /// <summary>How long a stream may be silent.</summary>
    public TimeSpan StreamIdleTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a WebSocket may take to connect.</summary>
    public TimeSpan WebsocketConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether the stored OpenAI login is used.</summary>
    public bool RequiresOpenAiAuth { get; init; }

    /// <summary>Whether the provider has the WebSocket form of the API.</summary>
    public bool SupportsWebsockets { get; init; }

    /// <summary>Whether the provider is asked by the Chat Completions API.</summary>
    public bool UsesChatCompletions { get; init; }

    internal static ModelProviderInfo From(string id, ModelProviderSection section) => new()
    {
        Id = id,
        Name = section.Name,
        BaseUrl = section.BaseUrl,
        EnvKey = section.EnvKey,
        EnvKeyInstructions = section.EnvKeyInstructions,
        BearerToken = section.ExperimentalBearerToken,
        Auth = section.Auth,
        Aws = section.Aws,
        QueryParameters = section.QueryParams ?? new Dictionary<string, string>(),
        HttpHeaders = section.HttpHeaders ?? new Dictionary<string, string>(),
        EnvHttpHeaders = section.EnvHttpHeaders ?? new Dictionary<string, string>(),
        RequestMaxRetries = (int)Math.Min(section.RequestMaxRetries ?? 4, MaximumRetries),
        StreamMaxRetries = (int)Math.Min(section.StreamMaxRetries ?? 5, MaximumRetries),
        StreamIdleTimeout = Milliseconds(section.StreamIdleTimeoutMs ?? 300_000),
        WebsocketConnectTimeout = Milliseconds(section.WebsocketConnectTimeoutMs ?? 15_000),
        RequiresOpenAiAuth = section.RequiresOpenAiAuth,
        SupportsWebsockets = section.SupportsWebsockets,
        UsesChatCompletions = section.UsesChatCompletions,
    };

    private static TimeSpan Milliseconds(long value) =>
        value < TimeSpan.MaxValue.TotalMilliseconds ? TimeSpan.FromMilliseconds(value) : TimeSpan.MaxValue;
}
