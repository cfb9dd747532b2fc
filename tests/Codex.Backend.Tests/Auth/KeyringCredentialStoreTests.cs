using Codex.Backend.Auth;
using Codex.Backend.Auth.Storage;
using Codex.TestSupport.Files;

namespace Codex.Backend.Tests.Auth;

public sealed class KeyringCredentialStoreTests : IDisposable
{
    private readonly TempDirectory _home = new();
    private readonly MemoryKeyring _keyring = new();

    private FileCredentialStore File => new(_home.Root);

    private KeyringCredentialStore Keyring => new(_keyring, _home.Root);

    private AutoCredentialStore Auto => new(Keyring, File);

    [Fact]
    public void A_login_goes_into_the_keyring_and_the_file_is_removed()
    {
        File.Save(AuthDocument.OfApiKey("old"));

        Keyring.Save(AuthDocument.OfApiKey("new"));

        Assert.Null(File.Load());
        Assert.Equal("""{"auth_mode":"apikey","OPENAI_API_KEY":"new"}""", _keyring.Load("Codex Auth", Keyring.Account));
        Assert.Equal("new", Keyring.Load()!.ApiKey);
        Assert.True(Keyring.Delete());
        Assert.False(Keyring.Delete());
    }

    [Fact]
    public void Every_home_has_an_account_of_its_own_however_it_is_reached()
    {
        Directory.CreateSymbolicLink(_home["link"], _home.Create("real"));

        Assert.Equal(new KeyringCredentialStore(_keyring, _home["real"]).Account, new KeyringCredentialStore(_keyring, _home["link"]).Account);
        Assert.NotEqual(Keyring.Account, new KeyringCredentialStore(_keyring, _home["real"]).Account);
        Assert.Equal("cli|16295fba0674f787", new KeyringCredentialStore(_keyring, "/nowhere/codex-home").Account);
    }

    [Fact]
    public void Without_a_keyring_the_keyring_place_fails_and_the_automatic_one_uses_the_file()
    {
        _keyring.IsBroken = true;

        Assert.Equal("failed to write OAuth tokens to keyring: broken", Assert.Throws<AuthException>(() => Keyring.Save(AuthDocument.OfApiKey("k"))).Message);
        Assert.Equal("failed to load CLI auth from keyring: broken", Assert.Throws<AuthException>(Keyring.Load).Message);
        Auto.Save(AuthDocument.OfApiKey("k"));

        Assert.Equal("k", File.Load()!.ApiKey);
        Assert.Equal("k", Auto.Load()!.ApiKey);
        Assert.True(Auto.Delete());
        Assert.Null(Auto.Load());
    }

    [Fact]
    public void With_a_keyring_the_automatic_place_reads_the_file_of_an_earlier_login()
    {
        File.Save(AuthDocument.OfApiKey("earlier"));

        Assert.Equal("earlier", Auto.Load()!.ApiKey);
        Auto.Save(AuthDocument.OfApiKey("later"));

        Assert.Equal(("later", null), (Auto.Load()!.ApiKey, File.Load()));
    }

    [Fact]
    public void A_secret_that_is_no_login_is_an_error_without_the_secret()
    {
        _keyring.Save("Codex Auth", Keyring.Account, "SECRET");

        Assert.Equal("the login in the keyring is not valid JSON: line 1, column 1", Assert.Throws<AuthException>(Keyring.Load).Message);
    }

    public void Dispose() => _home.Dispose();
}
