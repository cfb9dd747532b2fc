using Codex.Platform.Environment;

namespace Codex.Backend.Auth;

/// <summary>
/// Finds the login: <c>CODEX_API_KEY</c> where it counts, tokens handed in by an embedding program,
/// <c>CODEX_ACCESS_TOKEN</c>, and what is stored.
/// </summary>
internal sealed class LoginLoader(AuthManagerOptions options)
{
    /// <summary>The login; null when there is none.</summary>
    /// <exception cref="AuthException">There is one that cannot be used.</exception>
    public ValueTask<StoredLogin?> LoadAsync(CancellationToken cancellationToken)
    {
        if (options.ReadsApiKeyVariable && Variable(options.Environment, LoginConstants.ApiKeyVariable) is { } key)
            return ValueTask.FromResult<StoredLogin?>(StoredLogin.OfApiKey(key));
        if (options.Memory.Load() is { } external)
            return OpenAsync(external, cancellationToken);
        if (options.Store is not { } store)
            return ValueTask.FromResult<StoredLogin?>(null);
        if (Variable(options.Environment, LoginConstants.AccessTokenVariable) is { } token)
            return OpenAsync(AuthDocument.OfAgentIdentity(token), cancellationToken);
        return store.Load() is { } document ? OpenAsync(document, cancellationToken) : ValueTask.FromResult<StoredLogin?>(null);
    }

    private static ValueTask<StoredLogin?> OpenAsync(AuthDocument document, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(document.EffectiveMode switch
        {
            AuthMode.ApiKey => StoredLogin.OfApiKey(document.ApiKey ?? throw new AuthException("API key auth is missing a key.")) with { Document = document },
            AuthMode.AgentIdentity => null,
            _ => StoredLogin.OfChatGpt(document),
        });
    }

    private static string? Variable(HostEnvironment environment, string name) =>
        environment.GetVariable(name)?.Trim() is { Length: > 0 } value ? value : null;
}
