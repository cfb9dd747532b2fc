using System.Security.Cryptography;
using System.Text;
using Codex.Configuration.Environment;
using Codex.Platform.Keyrings;

namespace Codex.Backend.Auth.Storage;

/// <summary>The system's keyring; a file of an earlier login is removed when the keyring has the new one.</summary>
/// <param name="keyring">The keyring.</param>
/// <param name="codexHome">The home that the login is for.</param>
public sealed class KeyringCredentialStore(IKeyring keyring, string codexHome) : ICredentialStore
{
    private const string Service = "Codex Auth";
    private const int KeyLength = 16;
    private readonly FileCredentialStore _file = new(codexHome);

    /// <summary>The account in the keyring: every home has its own.</summary>
    public string Account { get; } = "cli|" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalPath.Resolve(codexHome))))[..KeyLength];

    /// <inheritdoc/>
    public AuthDocument? Load() => Use("failed to load CLI auth from keyring", () => keyring.Load(Service, Account)) is { } json
        ? new AuthDocumentReader("the login in the keyring").Read(Encoding.UTF8.GetBytes(json))
        : null;

    /// <inheritdoc/>
    public void Save(AuthDocument document)
    {
        Use("failed to write OAuth tokens to keyring", () =>
        {
            keyring.Save(Service, Account, Encoding.UTF8.GetString(AuthDocumentWriter.Compact(document)));
            return true;
        });
        try
        {
            _file.Delete();
        }
        catch (AuthException)
        {
            // The keyring goes before the file wherever both are asked.
        }
    }

    /// <inheritdoc/>
    public bool Delete()
    {
        var removed = Use("failed to delete auth from keyring", () => keyring.Delete(Service, Account));
        return _file.Delete() || removed;
    }

    private static T Use<T>(string what, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (KeyringException exception)
        {
            throw new AuthException($"{what}: {exception.Message}", exception);
        }
    }
}
