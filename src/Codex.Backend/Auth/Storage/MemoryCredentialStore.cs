namespace Codex.Backend.Auth.Storage;

/// <summary>Credentials that end with the process.</summary>
public sealed class MemoryCredentialStore : ICredentialStore
{
    private AuthDocument? _document;

    /// <inheritdoc/>
    public AuthDocument? Load() => Volatile.Read(ref _document);

    /// <inheritdoc/>
    public void Save(AuthDocument document) => Volatile.Write(ref _document, document);

    /// <inheritdoc/>
    public bool Delete() => Interlocked.Exchange(ref _document, null) is not null;
}
