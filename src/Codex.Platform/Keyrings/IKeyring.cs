namespace Codex.Platform.Keyrings;

/// <summary>The system's place for secrets. A secret is known by the service it is for and an account there.</summary>
public interface IKeyring
{
    /// <summary>The secret; null when there is none.</summary>
    /// <exception cref="KeyringException">The keyring cannot be used.</exception>
    string? Load(string service, string account);

    /// <summary>Keeps a secret in the place of the one that is there.</summary>
    /// <exception cref="KeyringException">The keyring cannot be used.</exception>
    void Save(string service, string account, string secret);

    /// <summary>Removes a secret; false when there is none.</summary>
    /// <exception cref="KeyringException">The keyring cannot be used.</exception>
    bool Delete(string service, string account);
}
