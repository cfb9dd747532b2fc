namespace Codex.Configuration.Sections;

/// <summary>Where logins to MCP servers are kept.</summary>
public enum OAuthCredentialsStore
{
    /// <summary>In the keyring when there is one, else in the file.</summary>
    Auto,

    /// <summary>In <c>.credentials.json</c>.</summary>
    File,

    /// <summary>In the system's keyring; fails without one.</summary>
    Keyring,
}
