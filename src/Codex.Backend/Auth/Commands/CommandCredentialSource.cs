using Codex.Backend.Auth.Sources;
using Codex.Backend.Auth.Tokens;
using Codex.Platform.Processes;

namespace Codex.Backend.Auth.Commands;

/// <summary>Credentials that a configured program prints; run anew when they are old or refused.</summary>
public sealed class CommandCredentialSource : ICredentialSource, IDisposable
{
    private const string LogModule = "codex_login::auth::manager";
    private readonly CredentialCommand _command;
    private readonly TimeProvider _time;
    private readonly Action<string, string> _log;
    private readonly IProcessSpawner _spawner = ProcessSpawner.Create();
    private readonly CredentialCommandRunner _runner;
    private readonly SemaphoreSlim _turn = new(1);
    private StoredLogin? _login;
    private long _fetched;

    /// <summary>Creates the source; nothing is run yet.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="environment">All variables of the program.</param>
    /// <param name="time">Tells how old a token is.</param>
    /// <param name="log">Gets module and message of failures.</param>
    public CommandCredentialSource(
        CredentialCommand command, IReadOnlyDictionary<string, string> environment, TimeProvider time, Action<string, string> log)
    {
        _command = command;
        _time = time;
        _log = log;
        _runner = new CredentialCommandRunner(command, environment, _spawner);
    }

    /// <summary>The login of the last run, as long as it is fresh, else of a new one. A program that fails gives none.</summary>
    public async ValueTask<StoredLogin?> GetAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return IsFresh ? _login : await RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AuthException exception)
        {
            _log(LogModule, $"Failed to resolve external API key auth: {exception.Message}");
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public ICredentialRecovery CreateRecovery() => new CommandRecovery(this);

    /// <inheritdoc/>
    public void Dispose()
    {
        _spawner.Dispose();
        _turn.Dispose();
    }

    /// <summary>Runs the program, however fresh the last token is.</summary>
    /// <exception cref="TokenRefreshException">It printed no token.</exception>
    internal async Task RenewAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AuthException exception)
        {
            throw new TokenRefreshException(TokenRefreshFailure.Transient, exception.Message, exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    private bool IsFresh =>
        _login is not null && (_command.RefreshInterval == TimeSpan.Zero || _time.GetElapsedTime(_fetched) < _command.RefreshInterval);

    private async Task<StoredLogin> RunAsync(CancellationToken cancellationToken)
    {
        _login = StoredLogin.OfApiKey(await _runner.RunAsync(cancellationToken).ConfigureAwait(false));
        _fetched = _time.GetTimestamp();
        return _login;
    }
}
