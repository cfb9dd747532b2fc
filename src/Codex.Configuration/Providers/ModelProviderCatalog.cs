using System.Globalization;
using Codex.Configuration.Sections;
using Codex.Platform.Environment;

namespace Codex.Configuration.Providers;

/// <summary>The built-in providers and those of a configuration.</summary>
public static class ModelProviderCatalog
{
    /// <summary>The version that requests to OpenAI carry.</summary>
    private const string Version = "0.136.0";

    private const string OllamaChatRemoved = "`ollama-chat` is no longer supported.\nHow to fix: replace `ollama-chat` with `ollama` in `model_provider`, `oss_provider`, or `--local-provider`.\n"
        + "More info: https://github.com/openai/codex/discussions/7782";

    /// <summary>The providers by id.</summary>
    /// <exception cref="ConfigException">A built-in provider is changed in a way that is not allowed.</exception>
    public static IReadOnlyDictionary<string, ModelProviderInfo> Create(ConfigSettings settings, HostEnvironment host)
    {
        var providers = new Dictionary<string, ModelProviderInfo>(StringComparer.Ordinal);
        foreach (var provider in BuiltIn(settings.OpenaiBaseUrl is { Length: > 0 } url ? url : null, host))
            providers.Add(provider.Id, provider);
        foreach (var (id, section) in settings.ModelProviders ?? new Dictionary<string, ModelProviderSection>())
        {
            if (id == ModelProviderIds.AmazonBedrock)
                providers[id] = ChangeBedrock(providers[id], section);
            else
                providers[id] = ModelProviderInfo.From(id, section);
        }

        return providers;
    }

    /// <summary>The provider of an id.</summary>
    /// <exception cref="ConfigException">There is none.</exception>
    public static ModelProviderInfo Select(IReadOnlyDictionary<string, ModelProviderInfo> providers, string id) =>
        providers.TryGetValue(id, out var provider) ? provider
        : throw new ConfigException(ConfigStage.Build, id == "ollama-chat" ? OllamaChatRemoved : $"Model provider `{id}` not found");

    /// <summary>The model used with a local provider when none is given; null for other providers.</summary>
    public static string? DefaultOssModel(string id) => id switch
    {
        ModelProviderIds.Ollama => "gpt-oss:20b",
        ModelProviderIds.Lmstudio => "openai/gpt-oss-20b",
        _ => null,
    };

    private static IEnumerable<ModelProviderInfo> BuiltIn(string? openAiBaseUrl, HostEnvironment host) =>
    [
        new()
        {
            Id = ModelProviderIds.OpenAi,
            Name = "OpenAI",
            BaseUrl = openAiBaseUrl,
            HttpHeaders = new Dictionary<string, string> { ["version"] = Version },
            EnvHttpHeaders = new Dictionary<string, string> { ["OpenAI-Organization"] = "OPENAI_ORGANIZATION", ["OpenAI-Project"] = "OPENAI_PROJECT" },
            RequiresOpenAiAuth = true,
            SupportsWebsockets = true,
        },
        new()
        {
            Id = ModelProviderIds.AmazonBedrock,
            Name = "Amazon Bedrock",
            BaseUrl = "https://bedrock-mantle.us-east-1.api.aws/openai/v1",
            Aws = new ModelProviderAwsSection(),
            HttpHeaders = new Dictionary<string, string> { ["x-amzn-mantle-client-agent"] = "codex" },
        },
        Local(ModelProviderIds.Ollama, 11434, host),
        Local(ModelProviderIds.Lmstudio, 1234, host),
        new() { Id = ModelProviderIds.Replay, Name = "Replay", RequestMaxRetries = 0, StreamMaxRetries = 0 },
    ];

    private static ModelProviderInfo Local(string id, int defaultPort, HostEnvironment host)
    {
        var port = ushort.TryParse(host.GetVariable("CODEX_OSS_PORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : defaultPort;
        var url = host.GetVariable("CODEX_OSS_BASE_URL") is { } named && !string.IsNullOrWhiteSpace(named)
            ? named
            : string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}/v1");
        return new ModelProviderInfo { Id = id, Name = "gpt-oss", BaseUrl = url };
    }

    private static ModelProviderInfo ChangeBedrock(ModelProviderInfo builtIn, ModelProviderSection section)
    {
        if (section with { Aws = null } != new ModelProviderSection())
        {
            throw new ConfigException(
                ConfigStage.Build,
                "model_providers.amazon-bedrock only supports changing `aws.profile` and `aws.region`; other non-default provider fields are not supported");
        }

        return builtIn with
        {
            Aws = new ModelProviderAwsSection { Profile = section.Aws?.Profile, Region = section.Aws?.Region },
        };
    }
}
