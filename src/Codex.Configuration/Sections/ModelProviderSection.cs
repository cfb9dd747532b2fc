using Codex.Configuration.Providers;
using Codex.Configuration.Reading;

namespace Codex.Configuration.Sections;

/// <summary><c>[model_providers.x]</c> (<c>model-provider-info/src/lib.rs</c>).</summary>
public sealed record ModelProviderSection
{
    private const string ChatRemoved = "`wire_api = \"chat\"` is no longer supported.\nHow to fix: set `wire_api = \"responses\"` in your provider config.\n"
        + "More info: https://github.com/openai/codex/discussions/7782";

    /// <summary>Display name; <c>OpenAI</c> and <c>azure</c> switch behaviour.</summary>
    public string Name { get; init; } = "";

    /// <summary>Root of the provider's addresses.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Environment variable that holds the key.</summary>
    public string? EnvKey { get; init; }

    /// <summary>What to tell a user whose key is missing.</summary>
    public string? EnvKeyInstructions { get; init; }

    /// <summary>A key written into the configuration.</summary>
    public string? ExperimentalBearerToken { get; init; }

    /// <summary>A program that prints a key.</summary>
    public ModelProviderAuthSection? Auth { get; init; }

    /// <summary>AWS credentials.</summary>
    public ModelProviderAwsSection? Aws { get; init; }

    /// <summary>Query parameters of every request.</summary>
    public IReadOnlyDictionary<string, string>? QueryParams { get; init; }

    /// <summary>Headers of every request.</summary>
    public IReadOnlyDictionary<string, string>? HttpHeaders { get; init; }

    /// <summary>Headers by environment variable.</summary>
    public IReadOnlyDictionary<string, string>? EnvHttpHeaders { get; init; }

    /// <summary>How often a request is repeated.</summary>
    public long? RequestMaxRetries { get; init; }

    /// <summary>How often a broken stream is repeated.</summary>
    public long? StreamMaxRetries { get; init; }

    /// <summary>How long a stream may be silent, in milliseconds.</summary>
    public long? StreamIdleTimeoutMs { get; init; }

    /// <summary>How long a WebSocket may take to connect, in milliseconds.</summary>
    public long? WebsocketConnectTimeoutMs { get; init; }

    /// <summary>Whether the stored OpenAI login is used.</summary>
    public bool RequiresOpenAiAuth { get; init; }

    /// <summary>Whether the provider has the WebSocket form of the API.</summary>
    public bool SupportsWebsockets { get; init; }

    /// <summary>Whether the provider is asked by the Chat Completions API: <c>wire_api = "chat"</c> with <c>chat_completions = true</c>.</summary>
    public bool UsesChatCompletions { get; init; }

    internal static IReadOnlyDictionary<string, ModelProviderSection>? ReadAll(TableReader table)
    {
        var providers = table.Map("model_providers", "struct ModelProviderInfo", Read);
        if (providers is not null && !table.HasProblem("model_providers") && ModelProviderRules.Check(providers) is { } message)
            table.Reject<string>("model_providers", message);
        return providers;
    }

    private static ModelProviderSection Read(TableReader table)
    {
        return new ModelProviderSection
        {
            Name = table.String("name") ?? "",
            BaseUrl = table.String("base_url"),
            EnvKey = table.String("env_key"),
            EnvKeyInstructions = table.String("env_key_instructions"),
            ExperimentalBearerToken = table.String("experimental_bearer_token"),
            Auth = table.Section("auth", "struct ModelProviderAuthInfo", ModelProviderAuthSection.Read),
            Aws = table.Section("aws", "struct ModelProviderAwsAuthInfo", ModelProviderAwsSection.Read),
            UsesChatCompletions = ReadsChat(table),
            QueryParams = table.StringMap("query_params"),
            HttpHeaders = table.StringMap("http_headers"),
            EnvHttpHeaders = table.StringMap("env_http_headers"),
            RequestMaxRetries = table.Integer("request_max_retries", IntegerKind.U64),
            StreamMaxRetries = table.Integer("stream_max_retries", IntegerKind.U64),
            StreamIdleTimeoutMs = table.Integer("stream_idle_timeout_ms", IntegerKind.U64),
            WebsocketConnectTimeoutMs = table.Integer("websocket_connect_timeout_ms", IntegerKind.U64),
            RequiresOpenAiAuth = table.Boolean("requires_openai_auth") ?? false,
            SupportsWebsockets = table.Boolean("supports_websockets") ?? false,
        };
    }

    // 0.136.0 knows no chat API. Ours has to be asked for twice, so that its refusal stays what everybody else sees.
    private static bool ReadsChat(TableReader table)
    {
        var isAllowed = table.Boolean("chat_completions") ?? false;
        if (table.String("wire_api") is not { } api || api == "responses")
            return false;
        if (api == "chat" && isAllowed)
            return true;
        table.Reject<string>("wire_api", api == "chat" ? ChatRemoved : $"unknown variant `{api}`, expected `responses`");
        return false;
    }
}
