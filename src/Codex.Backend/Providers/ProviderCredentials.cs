using Codex.Backend.Auth;
using Codex.Backend.Responses;
using Codex.Platform.Environment;

namespace Codex.Backend.Providers;

/// <summary>Decides which secret a provider's requests carry.</summary>
/// <param name="endpoint">The provider.</param>
/// <param name="environment">Where keys may be.</param>
/// <param name="storedLogin">The user's login; asked only when the provider wants one.</param>
public sealed class ProviderCredentials(ProviderEndpoint endpoint, HostEnvironment environment, Func<StoredLogin?> storedLogin)
{
    private const string ChatGptBaseUrl = "https://chatgpt.com/backend-api/codex";
    private const string ApiBaseUrl = "https://api.openai.com/v1";
    private readonly Lazy<StoredLogin?> _login = new(() => endpoint.RequiresOpenAiAuth ? storedLogin() : null);

    /// <summary>The root of the provider's URLs for these credentials.</summary>
    public string BaseUrl => endpoint.BaseUrl ?? (_login.Value is { IsChatGpt: true } ? ChatGptBaseUrl : ApiBaseUrl);

    /// <summary>The stored login, when the provider uses it and nothing in its configuration goes before it.</summary>
    public StoredLogin? Login => endpoint.KeyVariable is null && endpoint.BearerToken is null ? _login.Value : null;

    /// <summary>The secret for the authorization header, or null when requests carry none.</summary>
    /// <exception cref="ModelException">The configured environment variable is not set.</exception>
    public Secret? Bearer()
    {
        if (endpoint.KeyVariable is { } variable)
            return Key(variable);
        return endpoint.BearerToken is { } token ? new Secret(token) : _login.Value?.Bearer;
    }

    private Secret Key(string variable) => environment.GetVariable(variable) is { } key && !string.IsNullOrWhiteSpace(key)
        ? new Secret(key)
        : throw ModelErrors.MissingVariable(variable, endpoint.KeyInstructions);
}
