using Codex.Backend.Auth;
using Codex.Cli.Accounts;
using Codex.Cli.CommandLine;
using Codex.Cli.Hosting;
using Codex.Configuration.Sections;

namespace Codex.Cli.Commands.Login;

/// <summary><c>codex login</c>: chooses the kind of login (<c>codex-rs/cli/src/login.rs</c>).</summary>
internal static class LoginCommand
{
    private const string Succeeded = "Successfully logged in";
    private const string ChatGptDisabled = "ChatGPT login is disabled. Use API key login instead.";

    /// <summary>Logs in.</summary>
    public static Task<int> RunAsync(ParsedCommand login, ProgramContext program, CancellationToken cancellationToken)
    {
        if (login.Flag("with-api-key") && login.Flag("with-access-token"))
            throw new CommandFailure("Choose one login credential source: --with-api-key or --with-access-token.");
        if (login.Flag("device-auth"))
            return RunAsync(login, program, "Error logging in with device code", LoginMethod.Api, ChatGptDisabled, "device code", account => new DeviceLogin(account, login).RunAsync(cancellationToken));
        if (login.Has("api-key"))
            throw new CommandFailure("The --api-key flag is no longer supported. Pipe the key instead, e.g. `printenv OPENAI_API_KEY | codex login --with-api-key`.");
        if (login.Flag("with-api-key"))
            return WithApiKeyAsync(login, program);
        return login.Flag("with-access-token")
            ? WithAccessTokenAsync(login, program, cancellationToken)
            : RunAsync(login, program, "Error logging in", LoginMethod.Api, ChatGptDisabled, "browser", account => new BrowserLoginRun(account).RunAsync(cancellationToken));
    }

    private static Task<int> WithApiKeyAsync(ParsedCommand login, ProgramContext program)
    {
        var key = SecretInput.Read(program.Host, "API key", "--with-api-key", "OPENAI_API_KEY");
        const string Disabled = "API key login is disabled. Use ChatGPT login instead.";
        return RunAsync(login, program, "Error logging in", LoginMethod.ChatGpt, Disabled, "api key", account =>
        {
            account.Keep(AuthDocument.OfApiKey(key));
            return Task.CompletedTask;
        });
    }

    private static Task<int> WithAccessTokenAsync(ParsedCommand login, ProgramContext program, CancellationToken cancellationToken)
    {
        var token = SecretInput.Read(program.Host, "access token", "--with-access-token", "CODEX_ACCESS_TOKEN");
        const string Disabled = "Access token login is disabled. Use API key login instead.";
        return RunAsync(login, program, "Error logging in with access token", LoginMethod.Api, Disabled, "access token", async account =>
        {
            await account.Manager.VerifyAgentIdentityAsync(token, cancellationToken);
            account.Keep(AuthDocument.OfAgentIdentity(token));
        });
    }

    private static Task<int> RunAsync(
        ParsedCommand login, ProgramContext program, string failure, LoginMethod forbiddenBy, string disabled, string kind, Func<AccountCommand, Task> body) =>
        AccountCommand.RunAsync(login, program, failure, async account =>
        {
            new LoginLog(account.Config.LogDirectory, TimeProvider.System).Write($"starting {kind} login flow");
            if (account.Settings.Restrictions.Method == forbiddenBy)
                throw new CommandFailure(disabled);
            await body(account);
            AccountCommand.Say(Succeeded);
            return 0;
        });
}
