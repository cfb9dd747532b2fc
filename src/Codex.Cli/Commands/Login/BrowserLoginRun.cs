using Codex.Backend.Auth.Login;
using Codex.Cli.Accounts;
using Codex.Platform.Browsers;

namespace Codex.Cli.Commands.Login;

/// <summary>A login in the browser, told on standard error.</summary>
internal sealed class BrowserLoginRun(AccountCommand account)
{
    /// <summary>Logs in.</summary>
    /// <exception cref="Codex.Backend.Auth.AuthException">The login has failed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var login = await BrowserLogin.StartAsync(account.LoginOptions(), port: null, cancellationToken);
        using var browser = new WebBrowser(account.Program.Host);
        await browser.OpenAsync(login.PageUrl);
        AccountCommand.Say(
            $"Starting local login server on http://localhost:{login.Port}.\n"
            + $"Log in on this page if no browser has opened it:\n\n{login.PageUrl}\n\n"
            + "A machine without a browser? `codex login --device-auth` works from any other device.");
        await login.RunAsync(cancellationToken);
    }
}
