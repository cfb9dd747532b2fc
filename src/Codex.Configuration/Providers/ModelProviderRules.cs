using Codex.Configuration.Sections;

namespace Codex.Configuration.Providers;

/// <summary>What a configured provider must not be.</summary>
internal static class ModelProviderRules
{
    private static readonly string[] s_reserved = [ModelProviderIds.Lmstudio, ModelProviderIds.Ollama, ModelProviderIds.OpenAi];

    /// <summary>Why the providers cannot be used, or null. 0.136.0 names an arbitrary one of several; here it is the first in the file.</summary>
    public static string? Check(IReadOnlyDictionary<string, ModelProviderSection> providers)
    {
        var conflicts = s_reserved.Where(providers.ContainsKey).Select(static id => $"`{id}`").ToArray();
        if (conflicts.Length > 0)
        {
            return $"model_providers contains reserved built-in provider IDs: {string.Join(", ", conflicts)}. "
                + "Built-in providers cannot be overridden. Rename your custom provider (for example, `openai-custom`).";
        }

        foreach (var (id, provider) in providers)
        {
            if (id != ModelProviderIds.AmazonBedrock && Check(provider) is { } message)
                return $"model_providers.{id}: {message}";
        }

        return null;
    }

    private static string? Check(ModelProviderSection provider)
    {
        if (provider.Aws is not null)
            return "provider aws is only supported for `amazon-bedrock`";
        if (string.IsNullOrWhiteSpace(provider.Name))
            return "provider name must not be empty";
        if (provider.Auth is not { } auth)
            return null;
        if (string.IsNullOrWhiteSpace(auth.Command))
            return "provider auth.command must not be empty";
        var conflicts = new List<string>();
        if (provider.EnvKey is not null)
            conflicts.Add("env_key");
        if (provider.ExperimentalBearerToken is not null)
            conflicts.Add("experimental_bearer_token");
        if (provider.RequiresOpenAiAuth)
            conflicts.Add("requires_openai_auth");
        return conflicts.Count == 0 ? null : $"provider auth cannot be combined with {string.Join(", ", conflicts)}";
    }
}
