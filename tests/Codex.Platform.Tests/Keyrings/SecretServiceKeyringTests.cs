using Codex.Platform.Environment;
using Codex.Platform.Keyrings;

namespace Codex.Platform.Tests.Keyrings;

public sealed class SecretServiceKeyringTests
{
    [Fact]
    public void A_secret_is_kept_found_replaced_and_removed()
    {
        Assert.SkipUnless(SessionBus.IsInstalled, "no message bus is installed");
        using var bus = new SessionBus();
        using var service = new FakeSecretService(bus);
        var keyring = new SecretServiceKeyring(bus.Host);
        var longSecret = new string('ü', 40000);

        Assert.Null(keyring.Load("Codex Auth", "cli|1"));
        keyring.Save("Codex Auth", "cli|1", "first");
        keyring.Save("Codex Auth", "cli|1", longSecret);

        Assert.Equal(longSecret, keyring.Load("Codex Auth", "cli|1"));
        Assert.Null(keyring.Load("Codex Auth", "cli|2"));
        Assert.Equal(
            new Dictionary<string, string> { ["target"] = "default", ["service"] = "Codex Auth", ["username"] = "cli|1", ["application"] = "rust-keyring" },
            Assert.Single(service.Items).Value.Attributes);
        Assert.True(keyring.Delete("Codex Auth", "cli|1"));
        Assert.False(keyring.Delete("Codex Auth", "cli|1"));
    }

    [Fact]
    public void A_locked_keyring_asks_the_user()
    {
        Assert.SkipUnless(SessionBus.IsInstalled, "no message bus is installed");
        using var bus = new SessionBus();
        using var service = new FakeSecretService(bus, isLocked: true);

        new SecretServiceKeyring(bus.Host).Save("s", "a", "secret");

        Assert.Equal("secret", new SecretServiceKeyring(bus.Host).Load("s", "a"));
    }

    [Fact]
    public void A_user_who_does_not_unlock_it_is_an_error()
    {
        Assert.SkipUnless(SessionBus.IsInstalled, "no message bus is installed");
        using var bus = new SessionBus();
        using var service = new FakeSecretService(bus, isLocked: true, userAgrees: false);

        var error = Assert.Throws<KeyringException>(() => new SecretServiceKeyring(bus.Host).Save("s", "a", "secret"));

        Assert.Equal("Platform secure storage failure: the keyring was not unlocked", error.Message);
    }

    [Fact]
    public void A_bus_without_a_keyring_is_an_error()
    {
        Assert.SkipUnless(SessionBus.IsInstalled, "no message bus is installed");
        using var bus = new SessionBus();

        var error = Assert.Throws<KeyringException>(() => new SecretServiceKeyring(bus.Host).Load("s", "a"));

        Assert.Contains("org.freedesktop.secrets", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("unix:path=/nowhere/bus")]
    [InlineData("tcp:host=localhost,port=1")]
    public void No_bus_is_an_error(string? address)
    {
        var host = new HostEnvironment
        {
            Variables = address is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["DBUS_SESSION_BUS_ADDRESS"] = address },
            CurrentDirectory = "/",
            TemporaryDirectory = "/tmp",
            ExecutablePath = "/codex",
        };

        Assert.StartsWith(
            "Platform secure storage failure: ",
            Assert.Throws<KeyringException>(() => new SecretServiceKeyring(host).Load("s", "a")).Message,
            StringComparison.Ordinal);
    }
}
