using Codex.Backend.Auth;
using Codex.Backend.Auth.Commands;
using Codex.Backend.Providers;
using Codex.Backend.Responses;
using Codex.Cli.Hosting;
using Codex.Platform.Environment;

namespace Codex.Cli.Accounts;

/// <summary>The credentials of a session: the user's login and what the provider's own command prints.</summary>
/// <param name="host">The surroundings.</param>
/// <param name="settings">The user's login.</param>
/// <param name="command">The provider's command; null when it has none.</param>
/// <param name="identity">The front-end.</param>
/// <param name="log">Where failures are noted.</param>
internal sealed class SessionCredentials(
    HostEnvironment host, AccountSettings settings, CredentialCommand? command, ClientIdentity identity, LogSink log) : IAsyncDisposable
{
    private CommandCredentialSource? _commandSource;

    /// <summary>The user's login.</summary>
    public AuthManager Account => field ??= AuthManagers.Create(settings, host, identity, readsApiKeyVariable: true, log.Error);

    /// <summary>What requests to a provider carry.</summary>
    public ProviderCredentials For(ProviderEndpoint provider) => new(
        provider, host, command is not null ? CommandSource(command) : provider.RequiresOpenAiAuth ? Account : null);

    /// <summary>Removes a login that is not allowed, and refuses to go on with it.</summary>
    /// <exception cref="CommandFailure">The login is not allowed, or cannot be read.</exception>
    public async Task CheckRestrictionsAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await Account.LoadAsync(cancellationToken) is { } login && settings.Restrictions.WhyNot(login) is { } reason)
                throw new CommandFailure(Remove(reason));
        }
        catch (AuthException exception)
        {
            throw new CommandFailure(exception.Message);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _commandSource?.Dispose();
        await Account.DisposeAsync();
    }

    private CommandCredentialSource CommandSource(CredentialCommand program) =>
        _commandSource ??= new CommandCredentialSource(program, host.Variables, TimeProvider.System, log.Error);

    private string Remove(string reason)
    {
        try
        {
            Account.Forget();
            return reason;
        }
        catch (AuthException exception)
        {
            return $"{reason}. Failed to remove auth.json: {exception.Message}";
        }
    }
}
