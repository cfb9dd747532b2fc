using Codex.Configuration.Sections;

namespace Codex.Backend.Auth.Storage;

/// <summary>Chooses the place for credentials: <c>cli_auth_credentials_store</c>.</summary>
public static class CredentialStores
{
    /// <summary>The place; null when nothing is kept beyond the process.</summary>
    public static ICredentialStore? Create(CredentialsStore place, string codexHome) =>
        place == CredentialsStore.Ephemeral ? null : new FileCredentialStore(codexHome);
}
