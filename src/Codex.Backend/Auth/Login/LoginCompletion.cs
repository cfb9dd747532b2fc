namespace Codex.Backend.Auth.Login;

/// <summary>What follows when a login server has agreed: the workspace is checked, the login is kept, the old one withdrawn.</summary>
internal sealed class LoginCompletion(LoginOptions options)
{
    /// <summary>Why tokens must not be used here; null when they may.</summary>
    public string? WhyNot(AuthTokens tokens)
    {
        if (options.ForcedWorkspaceIds is not { } allowed)
            return null;
        if (tokens.Claims.AccountId is not { } workspace)
            return "Login is restricted to a specific workspace, but the token did not include an chatgpt_account_id claim.";
        return allowed.Contains(workspace) ? null : $"Login is restricted to workspace id(s) {string.Join(", ", allowed)}.";
    }

    /// <summary>Keeps a ChatGPT login.</summary>
    /// <exception cref="AuthException">It cannot be kept.</exception>
    public Task KeepAsync(AuthTokens tokens, string? apiKey, CancellationToken cancellationToken)
    {
        if (IdTokenClaims.Read(tokens.IdToken) is null)
            throw new AuthException("invalid ID token format");
        return KeepAsync(
            new AuthDocument { Mode = AuthMode.ChatGpt, ApiKey = apiKey, Tokens = tokens, LastRefresh = options.Time.GetUtcNow() }, cancellationToken);
    }

    private async Task KeepAsync(AuthDocument document, CancellationToken cancellationToken)
    {
        var old = LoadOld();
        options.Store.Save(document);
        if (old is { EffectiveMode: AuthMode.ChatGpt, Tokens: { } tokens } && !IsSame(tokens, document.Tokens))
            await options.Manager.RevokeAsync(tokens, cancellationToken).ConfigureAwait(false);
    }

    private AuthDocument? LoadOld()
    {
        try
        {
            return options.Store.Load();
        }
        catch (AuthException)
        {
            // A login that cannot be read is replaced; that is what the user asks for.
            return null;
        }
    }

    private static bool IsSame(AuthTokens old, AuthTokens? tokens) => old.RefreshToken.Length > 0
        ? old.RefreshToken == tokens?.RefreshToken
        : old.AccessToken == tokens?.AccessToken;
}
