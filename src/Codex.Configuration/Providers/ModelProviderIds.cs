namespace Codex.Configuration.Providers;

/// <summary>Ids of the built-in providers.</summary>
public static class ModelProviderIds
{
    /// <summary>OpenAI, by ChatGPT login or API key.</summary>
    public const string OpenAi = "openai";

    /// <summary>Amazon Bedrock.</summary>
    public const string AmazonBedrock = "amazon-bedrock";

    /// <summary>A local Ollama server.</summary>
    public const string Ollama = "ollama";

    /// <summary>A local LM Studio server.</summary>
    public const string Lmstudio = "lmstudio";

    /// <summary>Plays a recorded conversation; not in the original.</summary>
    public const string Replay = "replay";
}
