namespace Codex.Backend.Auth;

/// <summary>Addresses and names that login servers know us by (<c>codex-rs/login/src/auth/manager.rs</c>).</summary>
public static class LoginConstants
{
    /// <summary>The login server.</summary>
    public const string Issuer = "https://auth.openai.com";

    /// <summary>Our id with it.</summary>
    public const string ClientId = "app_EMoamEEZ73f0CkXaXp7hrann";

    /// <summary>The backend of ChatGPT.</summary>
    public const string ChatGptBaseUrl = "https://chatgpt.com/backend-api";

    internal const string RefreshUrl = Issuer + "/oauth/token";
    internal const string RevokeUrl = Issuer + "/oauth/revoke";
    internal const string RefreshUrlVariable = "CODEX_REFRESH_TOKEN_URL_OVERRIDE";
    internal const string RevokeUrlVariable = "CODEX_REVOKE_TOKEN_URL_OVERRIDE";
    internal const string ApiKeyVariable = "CODEX_API_KEY";
    internal const string AccessTokenVariable = "CODEX_ACCESS_TOKEN";
}
