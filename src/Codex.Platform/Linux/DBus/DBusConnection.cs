using System.Net.Sockets;
using System.Text;
using Codex.Platform.Environment;

namespace Codex.Platform.Linux.DBus;

/// <summary>A connection to the user's bus, for one question at a time.</summary>
internal sealed class DBusConnection : IDisposable
{
    private const string Bus = "org.freedesktop.DBus";
    private const string BusPath = "/org/freedesktop/DBus";
    private static readonly TimeSpan s_answerTimeout = TimeSpan.FromSeconds(25);
    private readonly Socket _socket;
    private readonly Queue<DBusMessage> _signals = new();
    private uint _serial;

    private DBusConnection(Socket socket) => _socket = socket;

    /// <summary>Connects to the bus that the surroundings name.</summary>
    /// <exception cref="DBusException">There is none.</exception>
    public static DBusConnection Open(HostEnvironment host)
    {
        var address = DBusAddress.Find(host) ?? throw new DBusException("no session bus is running");
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { SendTimeout = (int)s_answerTimeout.TotalMilliseconds };
        var connection = new DBusConnection(socket);
        try
        {
            socket.Connect(address);
            connection.Authenticate();
            connection.Call(Bus, BusPath, Bus, "Hello");
            return connection;
        }
        catch (SocketException exception)
        {
            connection.Dispose();
            throw new DBusException($"the session bus cannot be reached: {exception.Message}", exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Calls a method and waits for its answer.</summary>
    /// <exception cref="DBusException">The method failed; the message is its own.</exception>
    public DBusReader Call(string destination, string path, string type, string member, string signature = "", DBusWriter? body = null)
    {
        var call = new DBusMessage
        {
            Type = DBusMessage.Call,
            Serial = ++_serial,
            Destination = destination,
            Path = path,
            Interface = type,
            Member = member,
            Signature = signature,
            Body = body?.ToArray() ?? [],
        };
        Send(call);
        return Answer(call);
    }

    /// <summary>Has signals of this kind sent to us from now on.</summary>
    /// <exception cref="DBusException">The bus refuses.</exception>
    public void Listen(string type, string member) =>
        Call(Bus, BusPath, Bus, "AddMatch", "s", new DBusWriter().Text($"type='signal',interface='{type}',member='{member}'"));

    /// <summary>Waits for a signal of an object.</summary>
    /// <exception cref="DBusException">It does not come.</exception>
    public DBusReader WaitForSignal(string path, string member, TimeSpan patience)
    {
        while (true)
        {
            var message = _signals.TryDequeue(out var early) ? early : Receive(patience);
            if (message is { Type: DBusMessage.Signal } && message.Path == path && message.Member == member)
                return new DBusReader(message.Body);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private DBusReader Answer(DBusMessage call)
    {
        while (true)
        {
            var message = Receive(s_answerTimeout);
            if (message.Type == DBusMessage.Signal)
                _signals.Enqueue(message);
            else if (message.ReplyTo == call.Serial)
                return message.Type == DBusMessage.Error ? throw Failure(message) : new DBusReader(message.Body);
        }
    }

    private static DBusException Failure(DBusMessage message) =>
        new(message.Signature.StartsWith('s') ? new DBusReader(message.Body).Text() : message.ErrorName ?? "a call on the bus failed");

    // Who we are the bus learns from the socket.
    private void Authenticate()
    {
        _socket.ReceiveTimeout = (int)s_answerTimeout.TotalMilliseconds;
        _socket.Send("\0AUTH EXTERNAL\r\n"u8);
        Expect("DATA");
        _socket.Send("DATA\r\n"u8);
        Expect("OK ");
        _socket.Send("BEGIN\r\n"u8);
    }

    private void Expect(string start)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (line.Length < 1024 && !line.ToString().EndsWith("\r\n", StringComparison.Ordinal))
        {
            if (_socket.Receive(one) == 0)
                break;
            line.Append((char)one[0]);
        }

        if (!line.ToString().StartsWith(start, StringComparison.Ordinal))
            throw new DBusException("the session bus does not let us in");
    }

    /// <summary>Sends a message.</summary>
    internal void Send(DBusMessage message)
    {
        try
        {
            var bytes = message.ToArray().AsSpan();
            while (!bytes.IsEmpty)
                bytes = bytes[_socket.Send(bytes)..];
        }
        catch (SocketException exception)
        {
            throw new DBusException($"the session bus went away: {exception.Message}", exception);
        }
    }

    /// <summary>Waits for the next message.</summary>
    internal DBusMessage Receive(TimeSpan patience)
    {
        _socket.ReceiveTimeout = (int)patience.TotalMilliseconds;
        var start = ReceiveExactly(DBusMessage.FixedLength);
        var rest = ReceiveExactly(DBusMessage.TotalLength(start) - start.Length);
        return DBusMessage.Parse((byte[])[.. start, .. rest]);
    }

    private byte[] ReceiveExactly(int length)
    {
        var bytes = new byte[length];
        for (var received = 0; received < length;)
        {
            var count = ReceiveSome(bytes.AsSpan(received));
            received += count > 0 ? count : throw new DBusException("the session bus went away");
        }

        return bytes;
    }

    private int ReceiveSome(Span<byte> target)
    {
        try
        {
            return _socket.Receive(target);
        }
        catch (SocketException exception)
        {
            throw new DBusException($"no answer on the session bus: {exception.Message}", exception);
        }
    }
}
