using System.Net;

namespace Codex.ExecServer.Server.Listening;

/// <summary>Where a server listens, as the command line says it.</summary>
/// <param name="WebSocket">The address of a port; null for the standard streams.</param>
public sealed record ListenAddress(IPEndPoint? WebSocket)
{
    /// <summary>A free port of this machine.</summary>
    public const string Default = "ws://127.0.0.1:0";

    private const string Scheme = "ws://";

    /// <summary>Reads an address.</summary>
    /// <exception cref="FormatException">It is none; the message says what is.</exception>
    public static ListenAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text is "stdio" or "stdio://")
            return new ListenAddress(WebSocket: null);
        if (!text.StartsWith(Scheme, StringComparison.Ordinal))
            throw new FormatException($"unsupported --listen URL `{text}`; expected `ws://IP:PORT` or `stdio`");
        return HasPort(text[Scheme.Length..]) && IPEndPoint.TryParse(text.AsSpan(Scheme.Length), out var address)
            ? new ListenAddress(address)
            : throw new FormatException($"invalid websocket --listen URL `{text}`; expected `ws://IP:PORT`");
    }

    // Without a port the framework takes an address for one with port 0, and one number for an address.
    private static bool HasPort(string address) =>
        address.LastIndexOf(':') is > 0 and var colon && (address[0] == '[' ? address[colon - 1] == ']' : address.AsSpan(0, colon).Count('.') == 3);
}
