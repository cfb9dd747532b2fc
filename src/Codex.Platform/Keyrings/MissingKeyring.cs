namespace Codex.Platform.Keyrings;

/// <summary>Stands for the keyring of a system that has none we know.</summary>
internal sealed class MissingKeyring : IKeyring
{
    private const string Message = "this system has no keyring that is known here";

    public string? Load(string service, string account) => throw new KeyringException(Message);

    public void Save(string service, string account, string secret) => throw new KeyringException(Message);

    public bool Delete(string service, string account) => throw new KeyringException(Message);
}
