namespace Codex.Backend.Auth.Storage;

/// <summary>A place for the credentials of one home directory.</summary>
public interface ICredentialStore
{
    /// <summary>What is stored; null when nothing is.</summary>
    /// <exception cref="AuthException">It cannot be read.</exception>
    AuthDocument? Load();

    /// <summary>Replaces what is stored.</summary>
    /// <exception cref="AuthException">It cannot be written; what was stored is still there.</exception>
    void Save(AuthDocument document);

    /// <summary>Removes what is stored; false when nothing was.</summary>
    /// <exception cref="AuthException">It cannot be removed.</exception>
    bool Delete();
}
