namespace Codex.Backend.Auth.Sources;

/// <summary>Where the credentials of requests come from. Safe for concurrent use.</summary>
public interface ICredentialSource
{
    /// <summary>The login for a request that is about to be sent, renewed first when it is about to expire; null when there is none.</summary>
    ValueTask<StoredLogin?> GetAsync(CancellationToken cancellationToken);

    /// <summary>Starts what is to be tried when a server refuses the login: one object a request with all its repetitions.</summary>
    ICredentialRecovery CreateRecovery();
}
