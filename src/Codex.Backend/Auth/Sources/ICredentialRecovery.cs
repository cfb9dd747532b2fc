namespace Codex.Backend.Auth.Sources;

/// <summary>The steps to try, one after each refusal (401) of the same request.</summary>
public interface ICredentialRecovery
{
    /// <summary>Takes the next step. Ask the source again and repeat the request after it.</summary>
    /// <returns>False when nothing is left to try: the refusal stands.</returns>
    /// <exception cref="Tokens.TokenRefreshException">The step failed.</exception>
    ValueTask<bool> TryNextAsync(CancellationToken cancellationToken);
}
