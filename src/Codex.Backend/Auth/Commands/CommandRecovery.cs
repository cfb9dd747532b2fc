using Codex.Backend.Auth.Sources;

namespace Codex.Backend.Auth.Commands;

/// <summary>Runs the program once more after a refusal.</summary>
internal sealed class CommandRecovery(CommandCredentialSource source) : ICredentialRecovery
{
    private bool _isDone;

    /// <inheritdoc/>
    public async ValueTask<bool> TryNextAsync(CancellationToken cancellationToken)
    {
        if (_isDone)
            return false;
        await source.RenewAsync(cancellationToken).ConfigureAwait(false);
        _isDone = true;
        return true;
    }
}
