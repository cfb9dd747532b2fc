namespace Codex.Backend.Auth.Storage;

/// <summary>Credentials that end with the process.</summary>
public sealed class MemoryCredentialStore : ICredentialStore
{
    private AuthDocument? document;

    /// <inheritdoc/>
    public AuthDocument? Load() => Volatile.Read(ref document);

    /// <inheritdoc/>
    public void Save(AuthDocument document) => Volatile.Write(ref this.document, document);

    /// <inheritdoc/>
    public bool Delete() => Interlocked.Exchange(ref document, null) is not null;
}
