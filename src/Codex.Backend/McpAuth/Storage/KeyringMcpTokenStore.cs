using System.Text;
using Codex.Backend.Auth;
using Codex.Platform.Keyrings;

namespace Codex.Backend.McpAuth.Storage;

/// <summary>The system's keyring; what the file has of an earlier login is removed when the keyring has the new one.</summary>
/// <param name="keyring">The keyring.</param>
/// <param name="file">The file of the same home.</param>
/// <param name="time">The clock.</param>
public sealed class KeyringMcpTokenStore(IKeyring keyring, FileMcpTokenStore file, TimeProvider time) : IMcpTokenStore
{
    private const string Service = "Codex MCP Credentials";

    /// <inheritdoc/>
    public McpTokens? Load(string serverName, string url)
    {
        try
        {
            return keyring.Load(Service, McpTokenKey.Of(serverName, url)) is { } json ? McpTokensJson.ReadSecret(Encoding.UTF8.GetBytes(json)) : null;
        }
        catch (KeyringException exception)
        {
            throw new McpAuthException("failed to read OAuth tokens from keyring", [exception.Message], exception);
        }
        catch (InvalidDataException exception)
        {
            throw new McpAuthException("failed to deserialize OAuth tokens from keyring", [exception.Message], exception);
        }
    }

    /// <inheritdoc/>
    public void Save(McpTokens tokens)
    {
        try
        {
            var json = Encoding.UTF8.GetString(McpTokensJson.Secret(tokens, time.GetUtcNow()));
            keyring.Save(Service, McpTokenKey.Of(tokens.ServerName, tokens.Url), json);
        }
        catch (KeyringException exception)
        {
            throw new McpAuthException($"failed to write OAuth tokens to keyring: {exception.Message}", [exception.Message], exception);
        }

        try
        {
            file.Delete(tokens.ServerName, tokens.Url);
        }
        catch (AuthException)
        {
            // The keyring goes before the file wherever both are asked.
        }
    }

    /// <inheritdoc/>
    public bool Delete(string serverName, string url)
    {
        try
        {
            var removed = keyring.Delete(Service, McpTokenKey.Of(serverName, url));
            return file.Delete(serverName, url) || removed;
        }
        catch (KeyringException exception)
        {
            throw new McpAuthException("failed to delete OAuth tokens from keyring", [exception.Message], exception);
        }
    }
}
