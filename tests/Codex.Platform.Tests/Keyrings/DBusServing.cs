using Codex.Platform.Linux.DBus;

namespace Codex.Platform.Tests.Keyrings;

/// <summary>The other side of a connection to the bus: answering instead of asking.</summary>
internal static class DBusServing
{
    public static DBusMessage ReceiveCall(this DBusConnection bus)
    {
        while (true)
        {
            if (bus.Receive(TimeSpan.FromMinutes(1)) is { Type: DBusMessage.Call } call)
                return call;
        }
    }

    public static void Reply(this DBusConnection bus, DBusMessage call, string signature, DBusWriter body) => bus.Send(new DBusMessage
    {
        Type = DBusMessage.Return,
        Serial = uint.MaxValue,
        ReplyTo = call.Serial,
        Destination = call.Sender,
        Signature = signature,
        Body = body.ToArray(),
    });

    public static void Emit(this DBusConnection bus, string path, string type, string member, string signature, DBusWriter body) => bus.Send(new DBusMessage
    {
        Type = DBusMessage.Signal,
        Serial = uint.MaxValue,
        Path = path,
        Interface = type,
        Member = member,
        Signature = signature,
        Body = body.ToArray(),
    });
}
