using Codex.Backend.Auth.Tokens;

namespace Codex.Backend.Auth.Sources;

/// <summary>
/// After the first refusal the stored login is read anew, after the second the tokens are renewed; external tokens are asked
/// for once. Keys have no recovery.
/// </summary>
internal sealed class LoginRecovery(AuthManager manager) : ICredentialRecovery
{
    private int _step;
    private StoredLogin? _first;

    /// <inheritdoc/>
    public async ValueTask<bool> TryNextAsync(CancellationToken cancellationToken)
    {
        var login = await manager.CurrentAsync(cancellationToken).ConfigureAwait(false);
        _first ??= login;
        if (login is null || !manager.CanRecover(login))
            return false;
        return login.Mode == AuthMode.ExternalChatGpt
            ? await AskOnceAsync(login, cancellationToken).ConfigureAwait(false)
            : await ReloadOrRenewAsync(login, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> AskOnceAsync(StoredLogin login, CancellationToken cancellationToken)
    {
        if (_step++ > 0)
            return false;
        await manager.RenewExternalAsync(login.AccountId, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> ReloadOrRenewAsync(StoredLogin login, CancellationToken cancellationToken)
    {
        switch (_step++)
        {
            case 0:
                await manager.ReloadAsync(_first!.AccountId, cancellationToken).ConfigureAwait(false);
                return true;
            case 1 when login.Document?.Tokens is null:
                throw new TokenRefreshException(TokenRefreshFailure.Transient, "Token data is not available.");
            case 1:
                await manager.RenewAsync(login, cancellationToken).ConfigureAwait(false);
                return true;
            default:
                return false;
        }
    }
}
