namespace Codex.Backend.Auth;

/// <summary>The modes as <c>auth_mode</c> names them.</summary>
internal static class AuthModeNames
{
    /// <summary>The name of a mode.</summary>
    public static string Of(AuthMode mode) => mode switch
    {
        AuthMode.ApiKey => "apikey",
        AuthMode.ChatGpt => "chatgpt",
        AuthMode.ExternalChatGpt => "chatgptAuthTokens",
        _ => "agentIdentity",
    };

    /// <summary>The mode of a name, or null.</summary>
    public static AuthMode? Find(string name) => name switch
    {
        "apikey" => AuthMode.ApiKey,
        "chatgpt" => AuthMode.ChatGpt,
        "chatgptAuthTokens" => AuthMode.ExternalChatGpt,
        "agentIdentity" => AuthMode.AgentIdentity,
        _ => null,
    };
}
