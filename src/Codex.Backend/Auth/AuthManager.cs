using Codex.Backend.Auth.AgentIdentity;
using Codex.Backend.Auth.Http;
using Codex.Backend.Auth.Sources;
using Codex.Backend.Auth.Tokens;

namespace Codex.Backend.Auth;

/// <summary>
/// The user's login for one process: read when it is first needed, renewed before it expires and after refusals, replaced
/// when another process has renewed it. Everybody in the process sees the same snapshot.
/// </summary>
public sealed class AuthManager : ICredentialSource, IAsyncDisposable
{
    private const string LogModule = "codex_login::auth::manager";
    private readonly AuthManagerOptions _options;
    private readonly Lock _gate = new();
    private readonly AuthHttp _http;
    private readonly TokenEndpoint _endpoint;
    private readonly AgentIdentityVerifier _verifier;
    private readonly LoginLoader _loader;
    private readonly TokenExpiry _expiry;
    private Task<StoredLogin?>? _current;
    private Task<StoredLogin>? _renewing;
    private AuthTokens? _obtainedHere;
    private (AuthTokens Tokens, TokenRefreshException Failure)? _refused;
    private IExternalTokenProvider? _external;

    /// <summary>Creates the manager; nothing is read yet.</summary>
    public AuthManager(AuthManagerOptions options)
    {
        _options = options;
        _http = new AuthHttp(options.CreateHandler, options.Identity);
        _endpoint = new TokenEndpoint(_http, options.Environment);
        _verifier = new AgentIdentityVerifier(_http, options.ChatGptBaseUrl.TrimEnd('/'), options.Time);
        _loader = new LoginLoader(options, new AgentLogin(_http, _verifier, options.Environment, options.Time));
        _expiry = new TokenExpiry(options.Time);
    }

    /// <inheritdoc/>
    public async ValueTask<StoredLogin?> GetAsync(CancellationToken cancellationToken)
    {
        var login = await CurrentAsync(cancellationToken).ConfigureAwait(false);
        if (login?.Document is not { } document || !_expiry.IsDue(document) || WasObtainedHere(document))
            return login;
        try
        {
            return await RenewAsync(login, cancellationToken).ConfigureAwait(false);
        }
        catch (TokenRefreshException exception)
        {
            _options.Log(LogModule, $"Failed to refresh token: {exception.Message}");
            return login;
        }
    }

    /// <summary>The login as it is, without renewing it; null when there is none or it cannot be used.</summary>
    public async ValueTask<StoredLogin?> CurrentAsync(CancellationToken cancellationToken)
    {
        Task<StoredLogin?> login;
        lock (_gate)
            login = _current ??= LoadOrNothingAsync();
        return await login.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the login anew.</summary>
    /// <exception cref="AuthException">There is one that cannot be used.</exception>
    public async ValueTask<StoredLogin?> LoadAsync(CancellationToken cancellationToken) =>
        Replace(await _loader.LoadAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>The login as far as it can be told without asking a server; null when there is none.</summary>
    /// <exception cref="AuthException">There is one that cannot be used.</exception>
    public StoredLogin? Peek() => _loader.Peek();

    /// <summary>Checks the access token of an agent identity.</summary>
    /// <exception cref="AuthException">It is not genuine, or that cannot be told.</exception>
    public Task VerifyAgentIdentityAsync(string token, CancellationToken cancellationToken) => _verifier.VerifyAsync(token, cancellationToken);

    /// <inheritdoc/>
    public ICredentialRecovery CreateRecovery() => new LoginRecovery(this);

    /// <summary>Logs in with tokens that an embedding program keeps.</summary>
    /// <exception cref="AuthException">The token has not three parts.</exception>
    public void UseExternal(ExternalTokens tokens, IExternalTokenProvider? provider)
    {
        var document = tokens.ToDocument(_options.Time.GetUtcNow());
        _options.Memory.Save(document);
        _external = provider;
        Replace(StoredLogin.OfChatGpt(document));
    }

    /// <summary>Withdraws the tokens, as far as the server agrees, and forgets the login.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="AuthException">It cannot be removed.</exception>
    public async Task<bool> LogoutAsync(CancellationToken cancellationToken)
    {
        if (PeekOrNothing() is { Mode: AuthMode.ChatGpt, Document.Tokens: { } tokens })
            await RevokeAsync(tokens, cancellationToken).ConfigureAwait(false);
        return Forget();
    }

    /// <summary>Forgets the login without telling the server.</summary>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="AuthException">It cannot be removed.</exception>
    public bool Forget()
    {
        var wasInMemory = _options.Memory.Delete();
        var wasStored = _options.Store?.Delete() ?? false;
        Replace(null);
        return wasInMemory || wasStored;
    }

    /// <summary>Withdraws tokens; a server that does not agree changes nothing.</summary>
    public async Task RevokeAsync(AuthTokens tokens, CancellationToken cancellationToken)
    {
        try
        {
            await _endpoint.RevokeAsync(tokens, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthException exception)
        {
            _options.Log(LogModule, $"failed to revoke auth tokens during logout: {exception.Message}");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task? running;
        lock (_gate)
            running = _renewing;
        if (running is not null)
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _http.Dispose();
    }

    /// <summary>Whether new tokens can be asked for after those of <paramref name="login"/> were refused.</summary>
    internal bool CanRecover(StoredLogin? login) => login?.Mode switch
    {
        AuthMode.ChatGpt => true,
        AuthMode.ExternalChatGpt => _external is not null,
        _ => false,
    };

    /// <summary>Reads the login anew, as long as it is the same account's.</summary>
    /// <exception cref="TokenRefreshException">It is another's, or gone.</exception>
    internal async Task ReloadAsync(string? accountId, CancellationToken cancellationToken)
    {
        StoredLogin? login;
        try
        {
            login = await _loader.LoadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AuthException)
        {
            login = null;
        }

        if (login is null || login.AccountId != accountId)
            throw new TokenRefreshException(TokenRefreshFailure.OtherAccount);
        Replace(login);
    }

    /// <summary>Newer tokens than those of <paramref name="login"/>. Callers at the same time share one renewal.</summary>
    /// <exception cref="TokenRefreshException">There are none.</exception>
    internal async Task<StoredLogin> RenewAsync(StoredLogin login, CancellationToken cancellationToken)
    {
        Task<StoredLogin> renewal;
        lock (_gate)
        {
            if (_renewing is null or { IsCompleted: true })
                _renewing = Task.Run(() => RenewAsync(login.Document!), CancellationToken.None);
            renewal = _renewing;
        }

        return await renewal.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks the embedding program for new tokens.</summary>
    /// <exception cref="TokenRefreshException">There are none.</exception>
    internal async Task RenewExternalAsync(string? accountId, CancellationToken cancellationToken)
    {
        try
        {
            var tokens = await _external!.RefreshAsync(accountId, cancellationToken).ConfigureAwait(false);
            if (_options.ForcedWorkspaceIds is { } allowed && !allowed.Contains(tokens.AccountId))
                throw new AuthException($"external auth refresh returned workspace \"{tokens.AccountId}\", expected one of [{string.Join(", ", allowed)}]");
            UseExternal(tokens, _external);
        }
        catch (AuthException exception)
        {
            throw new TokenRefreshException(TokenRefreshFailure.Transient, exception.Message, exception);
        }
    }

    private async Task<StoredLogin> RenewAsync(AuthDocument document)
    {
        if (_options.Store is not { } store || _refused is { } known && known.Tokens == document.Tokens)
            throw _refused?.Failure ?? new TokenRefreshException(TokenRefreshFailure.OtherAccount);
        try
        {
            var renewal = new TokenRenewal(_options.CodexHome, store, _endpoint, _options.Time);
            return Obtain(await renewal.RunAsync(document).ConfigureAwait(false));
        }
        catch (TokenRefreshException exception) when (exception.Unsaved is not null)
        {
            _options.Log(LogModule, $"Failed to save refreshed tokens: {exception.Message}");
            return Obtain(exception.Unsaved);
        }
        catch (TokenRefreshException exception) when (exception.IsPermanent)
        {
            _refused = (document.Tokens!, exception);
            throw;
        }
    }

    private StoredLogin Obtain(AuthDocument document)
    {
        _obtainedHere = document.Tokens;
        return Replace(StoredLogin.OfChatGpt(document))!;
    }

    // A clock that is ahead makes new tokens look old: they are not renewed again for every request.
    private bool WasObtainedHere(AuthDocument document) => document.Tokens == Volatile.Read(ref _obtainedHere);

    private async Task<StoredLogin?> LoadOrNothingAsync()
    {
        try
        {
            return await _loader.LoadAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (AuthException)
        {
            return null;
        }
    }

    private StoredLogin? PeekOrNothing()
    {
        try
        {
            return _loader.Peek();
        }
        catch (AuthException)
        {
            return null;
        }
    }

    private StoredLogin? Replace(StoredLogin? login)
    {
        lock (_gate)
            _current = Task.FromResult(login);
        return login;
    }
}
