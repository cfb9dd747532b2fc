using Codex.Backend.Responses;

namespace Codex.Backend.Providers;

/// <summary>Where and how requests to a model provider are sent.</summary>
public sealed record ProviderEndpoint
{
    /// <summary>Key of the provider in the configuration.</summary>
    public required string Id { get; init; }

    /// <summary>Display name; <c>OpenAI</c> and <c>azure</c> switch behaviour.</summary>
    public required string Name { get; init; }

    /// <summary>Root of the provider's URLs; null means OpenAI's own, chosen by the kind of credentials.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Environment variable that holds the key.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>What to tell a user whose <see cref="KeyVariable"/> is not set.</summary>
    public string? KeyInstructions { get; init; }

    /// <summary>A key written into the configuration.</summary>
    public string? BearerToken { get; init; }

    /// <summary>Query parameters of every request.</summary>
    public IReadOnlyDictionary<string, string> QueryParameters { get; init; } = Empty;

    /// <summary>Fixed headers of every request.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = Empty;

    /// <summary>Headers whose value is read from an environment variable; skipped while that is blank.</summary>
    public IReadOnlyDictionary<string, string> VariableHeaders { get; init; } = Empty;

    /// <summary>How often a request is repeated on server and connection errors.</summary>
    public RetryPolicy RequestRetries { get; init; } = new(4);

    /// <summary>How often the turn loop repeats a broken stream.</summary>
    public RetryPolicy StreamRetries { get; init; } = new(5);

    /// <summary>How long a stream may be silent.</summary>
    public TimeSpan StreamIdleTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether the provider has the WebSocket form of the API.</summary>
    public bool SupportsWebSockets { get; init; }

    /// <summary>How long a WebSocket may take to connect.</summary>
    public TimeSpan WebSocketConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether the provider is asked by the Chat Completions API instead of the Responses API.</summary>
    public bool UsesChatCompletions { get; init; }

    /// <summary>Whether the stored OpenAI or ChatGPT login is used.</summary>
    public bool RequiresOpenAiAuth { get; init; }

    /// <summary>The configured profile of AWS, for Bedrock.</summary>
    public string? AwsProfile { get; init; }

    /// <summary>The configured region of AWS, for Bedrock.</summary>
    public string? AwsRegion { get; init; }

    /// <summary>Whether this is OpenAI itself: known by its exact display name.</summary>
    public bool IsOpenAi => Name == "OpenAI";

    /// <summary>Whether the server is Azure's, which keeps responses and wants item ids back.</summary>
    public bool IsAzure => AzureEndpoint.Matches(Name, BaseUrl);

    private static IReadOnlyDictionary<string, string> Empty { get; } = new Dictionary<string, string>();
}
