namespace Codex.Backend.Auth.Sources;

/// <summary>For credentials that nothing can be done about.</summary>
internal sealed class NoRecovery : ICredentialRecovery
{
    /// <summary>The only instance that is needed.</summary>
    public static NoRecovery Instance { get; } = new();

    /// <inheritdoc/>
    public ValueTask<bool> TryNextAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);
}
