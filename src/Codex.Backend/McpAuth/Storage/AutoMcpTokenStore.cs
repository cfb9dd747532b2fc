using Codex.Backend.Auth;

namespace Codex.Backend.McpAuth.Storage;

/// <summary>The keyring where there is one, else the file.</summary>
public sealed class AutoMcpTokenStore(KeyringMcpTokenStore keyring, FileMcpTokenStore file) : IMcpTokenStore
{
    /// <inheritdoc/>
    public McpTokens? Load(string serverName, string url)
    {
        try
        {
            return keyring.Load(serverName, url) ?? file.Load(serverName, url);
        }
        catch (AuthException)
        {
            return file.Load(serverName, url);
        }
    }

    /// <inheritdoc/>
    public void Save(McpTokens tokens)
    {
        try
        {
            keyring.Save(tokens);
        }
        catch (AuthException)
        {
            file.Save(tokens);
        }
    }

    /// <inheritdoc/>
    public bool Delete(string serverName, string url)
    {
        try
        {
            return keyring.Delete(serverName, url);
        }
        catch (AuthException)
        {
            // Without a keyring the file is all there is; 0.136.0 leaves it and the user logged in.
            return file.Delete(serverName, url);
        }
    }
}
