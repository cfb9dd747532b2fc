using Codex.Backend.Auth;
using Codex.Backend.McpAuth;
using Codex.Backend.McpAuth.Discovery;
using Codex.Backend.McpAuth.Login;
using Codex.Cli.Hosting;
using Codex.Configuration;
using Codex.Configuration.Sections;
using Codex.Platform.Browsers;

namespace Codex.Cli.Commands.Mcp;

/// <summary>A login to an MCP server, told on standard output.</summary>
/// <param name="program">The running program.</param>
/// <param name="config">The configuration.</param>
/// <param name="name">The server's name.</param>
/// <param name="server">The server.</param>
internal sealed class McpLoginRun(ProgramContext program, EffectiveConfig config, string name, McpServerSection server)
{
    private readonly McpLogins _logins = new(program, config);

    /// <summary>Whether the server says that it has a login; null when it cannot be asked.</summary>
    public Task<OAuthSupport?> FindSupportAsync(CancellationToken cancellationToken) =>
        OAuthSupport.FindAsync(_logins.Target(name, server), _logins.CreateHandler, cancellationToken);

    /// <summary>Logs in.</summary>
    /// <param name="scopes">What to ask for.</param>
    /// <param name="areDiscovered">Whether that was the server's idea: then it is tried without, too.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandFailure">The login has failed.</exception>
    public async Task RunAsync(IReadOnlyList<string> scopes, bool areDiscovered, CancellationToken cancellationToken)
    {
        try
        {
            await TryAsync(scopes, areDiscovered, cancellationToken);
        }
        catch (McpAuthException exception)
        {
            throw new CommandFailure(exception.Causes.Count == 0 ? $"Error: {exception.Message}" : FailureText.WithCauses(exception.Message, exception.Causes));
        }
        catch (AuthException exception)
        {
            throw new CommandFailure($"Error: {exception.Message}");
        }
    }

    private async Task TryAsync(IReadOnlyList<string> scopes, bool areDiscovered, CancellationToken cancellationToken)
    {
        var options = Options(scopes);
        try
        {
            await RunAsync(options, cancellationToken);
        }
        catch (McpLoginRefusedException) when (areDiscovered && scopes.Count > 0)
        {
            StandardOutput.Write("OAuth provider rejected discovered scopes. Retrying without scopes…\n");
            await RunAsync(options with { Scopes = [], OmitsScopes = true }, cancellationToken);
        }
    }

    private McpLoginOptions Options(IReadOnlyList<string> scopes) => new()
    {
        Target = _logins.Target(name, server),
        Scopes = scopes,
        ClientId = server.OAuth?.ClientId,
        Resource = server.OAuthResource,
        CallbackPort = config.Settings.McpOauthCallbackPort,
        CallbackUrl = config.Settings.McpOauthCallbackUrl,
        Store = _logins.Store,
        Time = TimeProvider.System,
        CreateHandler = _logins.CreateHandler,
    };

    private async Task RunAsync(McpLoginOptions options, CancellationToken cancellationToken)
    {
        using var login = await McpLogin.StartAsync(options, cancellationToken);
        StandardOutput.Write($"Authorize `{name}` by opening this URL in your browser:\n{login.PageUrl}\n\n");
        using var browser = new WebBrowser(program.Host);
        if (!await browser.OpenAsync(login.PageUrl))
            StandardError.Write("(Browser launch failed; please copy the URL above manually.)\n");
        await login.RunAsync(cancellationToken);
    }
}
