using Codex.Configuration.Sections;
using Codex.Platform.Environment;
using Codex.Platform.Keyrings;

namespace Codex.Backend.Auth.Storage;

/// <summary>Chooses the place for credentials: <c>cli_auth_credentials_store</c>.</summary>
public static class CredentialStores
{
    /// <summary>The place; null when nothing is kept beyond the process.</summary>
    public static ICredentialStore? Create(CredentialsStore place, string codexHome, HostEnvironment host) => place switch
    {
        CredentialsStore.Ephemeral => null,
        CredentialsStore.Keyring => new KeyringCredentialStore(SystemKeyring.Create(host), codexHome),
        CredentialsStore.Auto => new AutoCredentialStore(new KeyringCredentialStore(SystemKeyring.Create(host), codexHome), new FileCredentialStore(codexHome)),
        _ => new FileCredentialStore(codexHome),
    };
}
