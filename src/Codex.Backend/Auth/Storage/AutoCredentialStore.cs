namespace Codex.Backend.Auth.Storage;

/// <summary>The keyring where there is one, else the file.</summary>
public sealed class AutoCredentialStore(KeyringCredentialStore keyring, FileCredentialStore file) : ICredentialStore
{
    /// <inheritdoc/>
    public AuthDocument? Load()
    {
        try
        {
            return keyring.Load() ?? file.Load();
        }
        catch (AuthException)
        {
            return file.Load();
        }
    }

    /// <inheritdoc/>
    public void Save(AuthDocument document)
    {
        try
        {
            keyring.Save(document);
        }
        catch (AuthException)
        {
            file.Save(document);
        }
    }

    /// <inheritdoc/>
    public bool Delete()
    {
        try
        {
            return keyring.Delete();
        }
        catch (AuthException)
        {
            // Without a keyring the file is all there is; 0.136.0 leaves it and the user logged in.
            return file.Delete();
        }
    }
}
