using Codex.Backend.Auth.Http;
using Codex.Backend.Auth.Login;
using Codex.Backend.McpAuth.Discovery;

namespace Codex.Backend.McpAuth.Login;

/// <summary>A login to an MCP server in the user's browser. The port is open from <see cref="StartAsync"/> to the end.</summary>
public sealed class McpLogin : IDisposable
{
    private static readonly TimeSpan s_answerTimeout = TimeSpan.FromSeconds(30);

    private readonly McpLoginOptions _options;
    private readonly CallbackAddress _callback;
    private readonly OAuthHttp _http;
    private readonly PkceCodes _codes = PkceCodes.Create();
    private readonly string _state = PkceCodes.CreateState();
    private TokenRequests? _requests;

    private McpLogin(McpLoginOptions options)
    {
        _options = options;
        _callback = CallbackAddress.Open(options);
        _http = new OAuthHttp(options.CreateHandler, options.Target, s_answerTimeout);
    }

    /// <summary>The page to log in at.</summary>
    public string PageUrl { get; private set; } = "";

    /// <summary>Opens the port, finds the login server and makes ourselves known to it.</summary>
    /// <exception cref="McpAuthException">There is no login server, or it takes no client.</exception>
    public static async Task<McpLogin> StartAsync(McpLoginOptions options, CancellationToken cancellationToken)
    {
        var login = new McpLogin(options);
        try
        {
            await login.PrepareAsync(cancellationToken).ConfigureAwait(false);
            return login;
        }
        catch
        {
            login.Dispose();
            throw;
        }
    }

    /// <summary>Waits until the user has logged in, and keeps the login.</summary>
    /// <exception cref="McpAuthException">The login has failed, or took too long.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var code = await WaitForCodeAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _options.Store.Save(await _requests!.RedeemAsync(code, _codes.Verifier, _callback.RedirectUri.AbsoluteUri, cancellationToken).ConfigureAwait(false));
        }
        catch (McpAuthException exception) when (exception.Message.StartsWith("OAuth token exchange failed", StringComparison.Ordinal))
        {
            throw new McpAuthException("failed to handle OAuth callback", [exception.Message, .. exception.Causes], exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _callback.Listener.Dispose();
        _http.Dispose();
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var search = new LoginServerSearch(_options.Target.Address ?? throw NoSupport(), _http);
        var server = await search.FindAsync(cancellationToken).ConfigureAwait(false) ?? throw NoSupport();
        var scopes = Scopes(search, server);
        var redirectUri = _callback.RedirectUri.AbsoluteUri;
        var client = OwnClient ?? await ClientRegistration.RegisterAsync(server, redirectUri, scopes, _http, cancellationToken).ConfigureAwait(false);
        _requests = new TokenRequests(server, client, _options.Target, _http, _options.Time);
        PageUrl = Page(server, client, scopes, redirectUri);
    }

    private OAuthClient? OwnClient => string.IsNullOrWhiteSpace(_options.ClientId) ? null : new OAuthClient(_options.ClientId, Secret: null);

    private static McpAuthException NoSupport() => new("No authorization support detected");

    // A client that the user has registered asks for what the user says and nothing else.
    private IReadOnlyList<string> Scopes(LoginServerSearch search, LoginServer server)
    {
        if (_options.OmitsScopes)
            return [];
        var scopes = _options.Scopes;
        if (OwnClient is not null)
            return scopes;
        if (scopes.Count == 0)
            scopes = search.WantedScopes.Count > 0 ? search.WantedScopes : server.Scopes;
        const string Offline = "offline_access";
        return scopes.Count > 0 && server.Scopes.Contains(Offline) && !scopes.Contains(Offline) ? [.. scopes, Offline] : scopes;
    }

    private string Page(LoginServer server, OAuthClient client, IReadOnlyList<string> scopes, string redirectUri)
    {
        var query = QueryText.Of(
            ("response_type", "code"),
            ("client_id", client.Id),
            ("state", _state),
            ("code_challenge", _codes.Challenge),
            ("code_challenge_method", "S256"),
            ("redirect_uri", redirectUri),
            ("scope", scopes.Count > 0 ? string.Join(' ', scopes) : null),
            ("resource", _options.Target.Address!.AbsoluteUri),
            ("resource", _options.Resource?.Trim() is { Length: > 0 } resource ? resource : null));
        var page = server.AuthorizationEndpoint.GetLeftPart(UriPartial.Query);
        return page + (page.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query.Replace("%20", "+", StringComparison.Ordinal);
    }

    private async Task<string> WaitForCodeAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(_options.Patience, _options.Time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await new CallbackListener(_callback.Listener, _callback.RedirectUri.AbsolutePath, _state).WaitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (patience.IsCancellationRequested)
        {
            throw new McpAuthException("timed out waiting for OAuth callback", ["deadline has elapsed"], exception);
        }
    }
}
