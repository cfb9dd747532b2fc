using System.Text;
using Codex.Platform.Environment;
using Codex.Platform.Linux.DBus;

namespace Codex.Platform.Keyrings;

/// <summary>
/// The Secret Service of desktops (GNOME Keyring, KWallet, KeePassXC) on the user's bus. Items have the attributes that the
/// original's keyring library gives and looks for, so that both programs find each other's.
/// </summary>
internal sealed class SecretServiceKeyring(HostEnvironment host) : IKeyring
{
    private const string Service = "org.freedesktop.secrets";
    private const string ServicePath = "/org/freedesktop/secrets";
    private const string ServiceType = "org.freedesktop.Secret.Service";
    private const string CollectionType = "org.freedesktop.Secret.Collection";
    private const string ItemType = "org.freedesktop.Secret.Item";
    private const string PromptType = "org.freedesktop.Secret.Prompt";
    private const string NoObject = "/";
    private const string Target = "default";
    private static readonly TimeSpan s_promptPatience = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public string? Load(string service, string account) => Use(bus => FindItem(bus, service, account) is { } item ? Read(bus, item) : null);

    /// <inheritdoc/>
    public void Save(string service, string account, string secret) => Use(bus =>
    {
        var collection = DefaultCollection(bus);
        Unlock(bus, collection);
        var body = new DBusWriter()
            .Array(8, properties => WriteProperties(properties, service, account))
            .Align(8).Text(OpenSession(bus)).Bytes([]).Bytes(Encoding.UTF8.GetBytes(secret)).Text("text/plain")
            .Boolean(true);
        var answer = bus.Call(Service, collection, CollectionType, "CreateItem", "a{sv}(oayays)b", body);
        answer.Text();
        Prompt(bus, answer.Text());
        return true;
    });

    /// <inheritdoc/>
    public bool Delete(string service, string account) => Use(bus =>
    {
        if (FindItem(bus, service, account) is not { } item)
            return false;
        Prompt(bus, bus.Call(Service, item, ItemType, "Delete").Text());
        return true;
    });

    private T Use<T>(Func<DBusConnection, T> body)
    {
        try
        {
            using var bus = DBusConnection.Open(host);
            return body(bus);
        }
        catch (DBusException exception)
        {
            throw new KeyringException($"Platform secure storage failure: {exception.Message}", exception);
        }
    }

    private static string? FindItem(DBusConnection bus, string service, string account)
    {
        var attributes = new DBusWriter().Texts(("target", Target), ("service", service), ("username", account));
        var answer = bus.Call(Service, ServicePath, ServiceType, "SearchItems", "a{ss}", attributes);
        if (answer.Texts() is [var unlocked, ..])
            return unlocked;
        if (answer.Texts() is not [var locked, ..])
            return null;
        Unlock(bus, locked);
        return locked;
    }

    private static string Read(DBusConnection bus, string item)
    {
        var answer = bus.Call(Service, item, ItemType, "GetSecret", "o", new DBusWriter().Text(OpenSession(bus)));
        answer.Align(8);
        answer.Text();
        answer.Bytes();
        return Encoding.UTF8.GetString(answer.Bytes());
    }

    // The bus is a socket of this user's own: the secret needs no second encryption on it.
    private static string OpenSession(DBusConnection bus)
    {
        var answer = bus.Call(Service, ServicePath, ServiceType, "OpenSession", "sv", new DBusWriter().Text("plain").Signature("s").Text(""));
        if (answer.Signature() is not "s")
            throw new DBusException("the keyring opened no plain session");
        answer.Text();
        return answer.Text();
    }

    private static string DefaultCollection(DBusConnection bus)
    {
        var path = bus.Call(Service, ServicePath, ServiceType, "ReadAlias", "s", new DBusWriter().Text("default")).Text();
        return path != NoObject ? path : throw new DBusException("the keyring has no default collection");
    }

    private static void Unlock(DBusConnection bus, string path)
    {
        var answer = bus.Call(Service, ServicePath, ServiceType, "Unlock", "ao", new DBusWriter().Array(4, paths => paths.Text(path)));
        answer.Texts();
        Prompt(bus, answer.Text());
    }

    // The desktop asks the user, for a password or whether we may.
    private static void Prompt(DBusConnection bus, string prompt)
    {
        if (prompt == NoObject)
            return;
        bus.Listen(PromptType, "Completed");
        bus.Call(Service, prompt, PromptType, "Prompt", "s", new DBusWriter().Text(""));
        if (bus.WaitForSignal(prompt, "Completed", s_promptPatience).Boolean())
            throw new DBusException("the keyring was not unlocked");
    }

    private static void WriteProperties(DBusWriter writer, string service, string account)
    {
        writer.Align(8).Text("org.freedesktop.Secret.Item.Label").Signature("s")
            .Text($"keyring-rs v3 credential for service '{service}', target '{Target}', user '{account}'");
        writer.Align(8).Text("org.freedesktop.Secret.Item.Attributes").Signature("a{ss}")
            .Texts(("target", Target), ("service", service), ("username", account), ("application", "rust-keyring"));
    }
}
