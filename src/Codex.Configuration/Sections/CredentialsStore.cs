namespace Codex.Configuration.Sections;

/// <summary>Where login data is kept.</summary>
public enum CredentialsStore
{
    /// <summary>In <c>auth.json</c>.</summary>
    File,

    /// <summary>In the system's keyring; fails without one.</summary>
    Keyring,

    /// <summary>In the keyring when there is one, else in the file.</summary>
    Auto,

    /// <summary>In memory only.</summary>
    Ephemeral,
}
