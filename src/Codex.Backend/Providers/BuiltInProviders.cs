using Codex.Backend.Responses;
using Codex.Platform.Environment;

namespace Codex.Backend.Providers;

/// <summary>The providers that need no configuration (<c>codex-rs/model-provider-info/src/lib.rs</c>).</summary>
public static class BuiltInProviders
{
    /// <summary>Id of OpenAI itself.</summary>
    public const string OpenAi = "openai";

    /// <summary>Id of a local Ollama server.</summary>
    public const string Ollama = "ollama";

    /// <summary>Id of a local LM Studio server.</summary>
    public const string LmStudio = "lmstudio";

    /// <summary>Id of Amazon Bedrock.</summary>
    public const string AmazonBedrock = "amazon-bedrock";

    /// <summary>Id of the provider that plays cassettes; it has no endpoint.</summary>
    public const string Replay = "replay";

    private const int OllamaPort = 11434;
    private const int LmStudioPort = 1234;

    /// <summary>The endpoint of a built-in provider, or null for other ids.</summary>
    /// <param name="id">The provider's id.</param>
    /// <param name="environment">May move the local servers.</param>
    /// <param name="openAiBaseUrl">The configured <c>openai_base_url</c>, if any.</param>
    public static ProviderEndpoint? Find(string id, HostEnvironment environment, string? openAiBaseUrl) => id switch
    {
        OpenAi => CreateOpenAi(openAiBaseUrl),
        Ollama => CreateLocal(id, OllamaPort, environment),
        LmStudio => CreateLocal(id, LmStudioPort, environment),
        _ => null,
    };

    private static ProviderEndpoint CreateOpenAi(string? baseUrl) => new()
    {
        Id = OpenAi,
        Name = "OpenAI",
        BaseUrl = string.IsNullOrEmpty(baseUrl) ? null : baseUrl,
        Headers = new Dictionary<string, string> { ["version"] = ClientIdentity.Version },
        VariableHeaders = new Dictionary<string, string>
        {
            ["OpenAI-Organization"] = "OPENAI_ORGANIZATION",
            ["OpenAI-Project"] = "OPENAI_PROJECT",
        },
        RequiresOpenAiAuth = true,
        SupportsWebSockets = true,
    };

    private static ProviderEndpoint CreateLocal(string id, int defaultPort, HostEnvironment environment)
    {
        var port = ushort.TryParse(environment.GetVariable("CODEX_OSS_PORT"), out var configured) ? configured : defaultPort;
        var url = environment.GetVariable("CODEX_OSS_BASE_URL") is { } text && !string.IsNullOrWhiteSpace(text) ? text : $"http://localhost:{port}/v1";
        return new ProviderEndpoint { Id = id, Name = "gpt-oss", BaseUrl = url };
    }
}
