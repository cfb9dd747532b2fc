using Codex.Configuration.Sections;
using Codex.Platform.Environment;
using Codex.Platform.Keyrings;

namespace Codex.Backend.McpAuth.Storage;

/// <summary>Chooses the place for logins to MCP servers: <c>mcp_oauth_credentials_store</c>.</summary>
public static class McpTokenStores
{
    /// <summary>The place.</summary>
    public static IMcpTokenStore Create(OAuthCredentialsStore place, string codexHome, HostEnvironment host, TimeProvider time)
    {
        var file = new FileMcpTokenStore(codexHome);
        return place switch
        {
            OAuthCredentialsStore.File => file,
            OAuthCredentialsStore.Keyring => new KeyringMcpTokenStore(SystemKeyring.Create(host), file, time),
            _ => new AutoMcpTokenStore(new KeyringMcpTokenStore(SystemKeyring.Create(host), file, time), file),
        };
    }
}
