using Codex.Backend.Auth.Sources;
using Codex.Backend.Auth.Tokens;
using Codex.Platform.Processes;

namespace Codex.Backend.Auth.Commands;

/// <summary>Credentials that a configured program prints; run anew when they are old or refused.</summary>
public sealed class CommandCredentialSource : ICredentialSource, IDisposable
{
    private const string LogModule = "codex_login::auth::manager";
    private readonly CredentialCommand command;
    private readonly TimeProvider time;
    private readonly Action<string, string> log;
    private readonly IProcessSpawner spawner = ProcessSpawner.Create();
    private readonly CredentialCommandRunner runner;
    private readonly SemaphoreSlim turn = new(1);
    private StoredLogin? login;
    private long fetched;

    /// <summary>Creates the source; nothing is run yet.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="environment">All variables of the program.</param>
    /// <param name="time">Tells how old a token is.</param>
    /// <param name="log">Gets module and message of failures.</param>
    public CommandCredentialSource(
        CredentialCommand command, IReadOnlyDictionary<string, string> environment, TimeProvider time, Action<string, string> log)
    {
        this.command = command;
        this.time = time;
        this.log = log;
        runner = new CredentialCommandRunner(command, environment, spawner);
    }

    /// <summary>The login of the last run, as long as it is fresh, else of a new one. A program that fails gives none.</summary>
    public async ValueTask<StoredLogin?> GetAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return IsFresh ? login : await RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AuthException exception)
        {
            log(LogModule, $"Failed to resolve external API key auth: {exception.Message}");
            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public ICredentialRecovery CreateRecovery() => new CommandRecovery(this);

    /// <inheritdoc/>
    public void Dispose()
    {
        spawner.Dispose();
        turn.Dispose();
    }

    /// <summary>Runs the program, however fresh the last token is.</summary>
    /// <exception cref="TokenRefreshException">It printed no token.</exception>
    internal async Task RenewAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
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
            turn.Release();
        }
    }

    private bool IsFresh =>
        login is not null && (command.RefreshInterval == TimeSpan.Zero || time.GetElapsedTime(fetched) < command.RefreshInterval);

    private async Task<StoredLogin> RunAsync(CancellationToken cancellationToken)
    {
        login = StoredLogin.OfApiKey(await runner.RunAsync(cancellationToken).ConfigureAwait(false));
        fetched = time.GetTimestamp();
        return login;
    }
}
