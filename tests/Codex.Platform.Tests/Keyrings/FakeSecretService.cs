using Codex.Platform.Linux.DBus;

namespace Codex.Platform.Tests.Keyrings;

/// <summary>A Secret Service with one collection, which may be locked and then asks the user, who agrees or not.</summary>
internal sealed class FakeSecretService : IDisposable
{
    private const string Name = "org.freedesktop.secrets";
    private readonly DBusConnection _bus;
    private readonly Thread _thread;
    private readonly bool _userAgrees;
    private bool _isLocked;

    public FakeSecretService(SessionBus session, bool isLocked = false, bool userAgrees = true)
    {
        (_isLocked, _userAgrees) = (isLocked, userAgrees);
        _bus = DBusConnection.Open(session.Host);
        _bus.Call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName", "su", new DBusWriter().Text(Name).UInt32(0));
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>The items: attributes and secret by path.</summary>
    public Dictionary<string, (Dictionary<string, string> Attributes, byte[] Secret)> Items { get; } = [];

    public void Dispose()
    {
        _bus.Dispose();
        _thread.Join();
    }

    private void Serve()
    {
        try
        {
            while (true)
                Answer(_bus.ReceiveCall());
        }
        catch (DBusException)
        {
            // The test is over.
        }
        catch (ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private void Answer(DBusMessage call)
    {
        var body = new DBusReader(call.Body);
        switch (call.Member)
        {
            case "OpenSession":
                _bus.Reply(call, "vo", new DBusWriter().Signature("s").Text("").Text("/session"));
                break;
            case "ReadAlias":
                _bus.Reply(call, "o", new DBusWriter().Text("/collection"));
                break;
            case "Unlock":
                _bus.Reply(call, "aoo", Paths([]).Text(_isLocked ? "/prompt" : "/"));
                break;
            case "Prompt":
                _bus.Reply(call, "", new DBusWriter());
                _isLocked &= !_userAgrees;
                _bus.Emit("/prompt", "org.freedesktop.Secret.Prompt", "Completed", "bv", new DBusWriter().Boolean(!_userAgrees).Signature("s").Text(""));
                break;
            case "SearchItems":
                Search(call, Attributes(body));
                break;
            case "CreateItem":
                Create(call, body);
                break;
            case "GetSecret":
                _bus.Reply(call, "(oayays)", new DBusWriter().Align(8).Text("/session").Bytes([]).Bytes(Items[call.Path!].Secret).Text("text/plain"));
                break;
            case "Delete":
                Items.Remove(call.Path!);
                _bus.Reply(call, "o", new DBusWriter().Text("/"));
                break;
        }
    }

    private void Search(DBusMessage call, Dictionary<string, string> wanted)
    {
        string[] found = [.. Items.Where(item => wanted.All(entry => item.Value.Attributes.GetValueOrDefault(entry.Key) == entry.Value)).Select(item => item.Key)];
        var (unlocked, locked) = _isLocked ? ((string[])[], found) : (found, []);
        _bus.Reply(call, "aoao", Paths(unlocked).Array(4, writer => Array.ForEach(locked, path => writer.Text(path))));
    }

    private void Create(DBusMessage call, DBusReader body)
    {
        Dictionary<string, string> attributes = [];
        var end = body.ArrayEnd(8);
        while (!body.IsAt(end))
        {
            body.Align(8);
            body.Text();
            if (body.Signature() == "s")
                body.Text();
            else
                attributes = Attributes(body);
        }

        body.Align(8);
        body.Text();
        body.Bytes();
        var path = "/item/" + string.Concat(attributes["username"].Where(char.IsAsciiLetterOrDigit));
        Items[path] = (attributes, body.Bytes());
        _bus.Reply(call, "oo", new DBusWriter().Text(path).Text("/"));
    }

    private static Dictionary<string, string> Attributes(DBusReader body)
    {
        var attributes = new Dictionary<string, string>();
        var end = body.ArrayEnd(8);
        while (!body.IsAt(end))
        {
            body.Align(8);
            attributes.Add(body.Text(), body.Text());
        }

        return attributes;
    }

    private static DBusWriter Paths(string[] paths) => new DBusWriter().Array(4, writer => Array.ForEach(paths, path => writer.Text(path)));
}
