using Codex.Backend.Auth.AgentIdentity;
using Codex.Platform.Environment;

namespace Codex.Backend.Auth;

/// <summary>
/// Finds the login: <c>CODEX_API_KEY</c> where it counts, tokens handed in by an embedding program,
/// <c>CODEX_ACCESS_TOKEN</c>, and what is stored.
/// </summary>
internal sealed class LoginLoader(AuthManagerOptions options, AgentLogin agents)
{
    /// <summary>The login; null when there is none. Agent identities are verified by their server.</summary>
    /// <exception cref="AuthException">There is one that cannot be used.</exception>
    public async ValueTask<StoredLogin?> LoadAsync(CancellationToken cancellationToken)
    {
        if (Find() is not { } document)
            return null;
        return document.EffectiveMode == AuthMode.AgentIdentity
            ? await agents.OpenAsync(document, cancellationToken).ConfigureAwait(false)
            : Open(document);
    }

    /// <summary>The same without asking a server: what cannot be verified that way is taken for true.</summary>
    /// <exception cref="AuthException">There is one that cannot be used.</exception>
    public StoredLogin? Peek() => Find() is { } document ? Open(document) : null;

    private AuthDocument? Find()
    {
        if (options.ReadsApiKeyVariable && Variable(options.Environment, LoginConstants.ApiKeyVariable) is { } key)
            return AuthDocument.OfApiKey(key);
        if (options.Memory.Load() is { } external)
            return external;
        if (options.Store is not { } store)
            return null;
        return Variable(options.Environment, LoginConstants.AccessTokenVariable) is { } token ? AuthDocument.OfAgentIdentity(token) : store.Load();
    }

    private static StoredLogin Open(AuthDocument document) => document.EffectiveMode switch
    {
        AuthMode.ApiKey => StoredLogin.OfApiKey(document.ApiKey ?? throw new AuthException("API key auth is missing a key.")) with { Document = document },
        AuthMode.AgentIdentity => AgentLogin.Peek(document),
        _ => StoredLogin.OfChatGpt(document),
    };

    private static string? Variable(HostEnvironment environment, string name) =>
        environment.GetVariable(name)?.Trim() is { Length: > 0 } value ? value : null;
}
