using Codex.Backend.Auth.Storage;

namespace Codex.Backend.Auth.Tokens;

/// <summary>
/// Renews the stored tokens of a ChatGPT login, once for all processes that share the store. What 0.136.0 lacks: there
/// each process spends the same refresh token, all but one are refused, and the user has to log in again.
/// </summary>
internal sealed class TokenRenewal(string codexHome, ICredentialStore store, TokenEndpoint endpoint, TimeProvider time)
{
    private const int WaitsForOther = 20;
    private static readonly TimeSpan s_wait = TimeSpan.FromMilliseconds(100);
    private readonly TokenExpiry _expiry = new(time);

    /// <summary>The login with tokens that are newer than those of <paramref name="spent"/>, whoever has obtained them.</summary>
    /// <remarks>Not to be cancelled once it has begun: the answer to a spent refresh token must not get lost.</remarks>
    /// <exception cref="TokenRefreshException">There are none.</exception>
    public async Task<AuthDocument> RunAsync(AuthDocument spent)
    {
        using var turn = await RefreshLock.AcquireAsync(codexHome, time, CancellationToken.None).ConfigureAwait(false);
        var stored = LoadSame(spent);
        if (stored.Tokens != spent.Tokens && (!_expiry.IsDue(stored) || _expiry.IsRecent(stored)))
            return stored;
        try
        {
            var renewed = await endpoint.RenewAsync(stored.Tokens!.RefreshToken, CancellationToken.None).ConfigureAwait(false);
            return Keep(stored, renewed);
        }
        catch (TokenRefreshException exception) when (exception.IsPermanent)
        {
            if (await FindNewerAsync(stored, exception.Failure).ConfigureAwait(false) is { } newer)
                return newer;
            throw;
        }
    }

    private AuthDocument LoadSame(AuthDocument spent)
    {
        var stored = Load();
        return stored is { Tokens: { } tokens, EffectiveMode: AuthMode.ChatGpt } && tokens.AccountId == spent.Tokens?.AccountId
            ? stored
            : throw new TokenRefreshException(TokenRefreshFailure.OtherAccount);
    }

    private AuthDocument? Load()
    {
        try
        {
            return store.Load();
        }
        catch (AuthException exception)
        {
            throw new TokenRefreshException(TokenRefreshFailure.Transient, exception.Message, exception);
        }
    }

    private AuthDocument Keep(AuthDocument stored, RenewedTokens renewed)
    {
        // Logging out in between wins over new tokens.
        var document = LoadSame(stored) with { Tokens = renewed.ApplyTo(stored.Tokens!), LastRefresh = time.GetUtcNow() };
        try
        {
            store.Save(document);
        }
        catch (AuthException exception)
        {
            throw new TokenRefreshException(TokenRefreshFailure.Transient, exception.Message, exception) { Unsaved = document };
        }

        return document;
    }

    // The original takes no lock: it may have spent the token a moment ago and be about to write what it got.
    private async Task<AuthDocument?> FindNewerAsync(AuthDocument refused, TokenRefreshFailure failure)
    {
        for (var wait = 0; ; wait++)
        {
            var stored = LoadSame(refused);
            if (stored.Tokens != refused.Tokens)
                return stored;
            if (failure != TokenRefreshFailure.Reused || wait == WaitsForOther)
                return null;
            await Task.Delay(s_wait, time).ConfigureAwait(false);
        }
    }
}
