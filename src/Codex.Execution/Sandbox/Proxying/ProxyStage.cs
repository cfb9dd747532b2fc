using System.Net;
using System.Net.Sockets;
using Codex.Execution.Network;
using Codex.Execution.Sandbox.Namespaces;
using Codex.Platform.Linux;

namespace Codex.Execution.Sandbox.Proxying;

/// <summary>
/// What our executable does inside of a private network before it becomes the command: it opens the listeners there and hands
/// them out to the proxy. They belong to that network and to nobody else; no file and no port of the host is involved.
/// </summary>
internal static class ProxyStage
{
    /// <summary>The word behind the helper's name that chooses this way, and the option of the helper that builds namespaces.</summary>
    internal const string Option = "--proxy";

    /// <summary>With a listener for HTTP only.</summary>
    internal const string HttpOnly = "http";

    /// <summary>With a listener for SOCKS, too.</summary>
    internal const string WithSocks = "http+socks";

    /// <summary>With a socket for datagrams besides.</summary>
    internal const string WithDatagrams = "http+socks+udp";

    /// <summary>The descriptor under which the way to the proxy is inherited.</summary>
    internal const int Descriptor = 4;

    private const int Backlog = 128;

    private static readonly string[] s_shell = ["sh", "-c", "exec \"$@\"", "sh"];

    /// <summary>The command with this stage in front of it.</summary>
    internal static IReadOnlyList<string> Wrap(string executable, NetworkProxyOptions options, IReadOnlyList<string> command) =>
        [executable, NamespaceArguments.HelperName, Option, WordOf(options), NamespaceArguments.CommandMark, .. command];

    /// <summary>What is opened, in a word.</summary>
    internal static string WordOf(NetworkProxyOptions options) => options switch
    {
        { OffersSocks: false } => HttpOnly,
        { PassesDatagrams: false } => WithSocks,
        _ => WithDatagrams,
    };

    /// <summary>Opens the listeners and becomes the command; returns only by an exception.</summary>
    /// <param name="arguments">What follows <see cref="Option"/>.</param>
    /// <exception cref="IOException">A step failed; nothing has run then.</exception>
    /// <exception cref="ArgumentException">There is no command.</exception>
    internal static void Run(IReadOnlyList<string> arguments)
    {
        if (arguments is not [var word, NamespaceArguments.CommandMark, _, ..])
            throw new ArgumentException("there is no command");
        HandOut(word);
        ProgramReplacement.Execute("/bin/sh", [.. s_shell, .. arguments.Skip(2)]);
    }

    /// <summary>Opens the listeners and hands them out.</summary>
    /// <exception cref="IOException">Nobody takes them, or there is no such network.</exception>
    internal static void HandOut(string word)
    {
        try
        {
            using var channel = DescriptorChannel.Owning(Descriptor);
            using var http = Listen(ProxyEnvironment.HttpPort);
            using var socks = word is HttpOnly ? null : Listen(ProxyEnvironment.SocksPort);
            using var datagrams = word is WithDatagrams ? Bind(SocketType.Dgram, ProtocolType.Udp, ProxyEnvironment.SocksPort) : null;
            channel.Send([.. new[] { http, socks, datagrams }.OfType<Socket>().Select(static socket => (int)socket.Handle)]);
        }
        catch (SocketException error)
        {
            throw new IOException($"listeners of the network proxy: {error.Message}", error);
        }
    }

    private static Socket Listen(int port)
    {
        var socket = Bind(SocketType.Stream, ProtocolType.Tcp, port);
        socket.Listen(Backlog);
        return socket;
    }

    private static Socket Bind(SocketType type, ProtocolType protocol, int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, type, protocol);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }
}
