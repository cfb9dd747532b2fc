using Codex.Platform;
using Codex.Platform.Files;

namespace Codex.Backend.McpAuth.Storage;

/// <summary><c>.credentials.json</c>: for the user's eyes only, replaced as a whole, changed by one process at a time.</summary>
/// <param name="codexHome">The directory; made when it is missing.</param>
public sealed class FileMcpTokenStore(string codexHome) : IMcpTokenStore
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private readonly string _path = Path.Combine(codexHome, ".credentials.json");
    private readonly string _lockPath = Path.Combine(codexHome, ".credentials.json.lock");

    /// <inheritdoc/>
    public McpTokens? Load(string serverName, string url)
    {
        var key = McpTokenKey.Of(serverName, url);
        return Read().Values.FirstOrDefault(tokens => McpTokenKey.Of(tokens.ServerName, tokens.Url) == key);
    }

    /// <inheritdoc/>
    public void Save(McpTokens tokens) => Change(logins =>
    {
        logins[McpTokenKey.Of(tokens.ServerName, tokens.Url)] = tokens;
        return true;
    });

    /// <inheritdoc/>
    public bool Delete(string serverName, string url) => File.Exists(_path) && Change(logins => logins.Remove(McpTokenKey.Of(serverName, url)));

    private bool Change(Func<SortedDictionary<string, McpTokens>, bool> change)
    {
        try
        {
            Directory.CreateDirectory(codexHome);
            using var turn = FileLock.Acquire(_lockPath, s_patience);
            var logins = Read();
            if (!change(logins))
                return false;
            Write(logins);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new McpAuthException($"failed to write credentials file at {_path}", [Errno.Describe(exception)], exception);
        }
    }

    private void Write(SortedDictionary<string, McpTokens> logins)
    {
        if (logins.Count == 0)
            File.Delete(_path);
        else
            FileReplacement.Write(_path, McpTokensJson.File(logins), OwnerOnly);
    }

    private SortedDictionary<string, McpTokens> Read()
    {
        try
        {
            return McpTokensJson.ReadFile(File.ReadAllBytes(_path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new(StringComparer.Ordinal);
        }
        catch (InvalidDataException exception)
        {
            throw new McpAuthException($"failed to parse credentials file at {_path}", [exception.Message], exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new McpAuthException($"failed to read credentials file at {_path}", [Errno.Describe(exception)], exception);
        }
    }
}
