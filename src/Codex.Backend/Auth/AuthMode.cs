namespace Codex.Backend.Auth;

/// <summary>How the user has logged in.</summary>
public enum AuthMode
{
    /// <summary>By a key of the API platform.</summary>
    ApiKey,

    /// <summary>By a ChatGPT account whose tokens we keep and refresh.</summary>
    ChatGpt,

    /// <summary>By a ChatGPT account whose tokens the program that embeds us hands in and refreshes.</summary>
    ExternalChatGpt,

    /// <summary>By the access token of an agent identity.</summary>
    AgentIdentity,
}
