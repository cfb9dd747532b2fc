using System.Net;

namespace Codex.Cli.Commands.AppServer;

/// <summary>Values of <c>app-server --listen</c>.</summary>
internal static class ListenAddress
{
    private const string WebSocket = "ws://";

    /// <summary>Why an address is not acceptable; null when it is.</summary>
    public static string? WhyNot(string address)
    {
        if (address is "stdio://" or "off" || address.StartsWith("unix://", StringComparison.Ordinal))
            return null;
        if (!address.StartsWith(WebSocket, StringComparison.Ordinal))
            return $"unsupported --listen URL `{address}`; expected `stdio://`, `unix://`, `unix://PATH`, `ws://IP:PORT`, or `off`";
        return IsEndpoint(address[WebSocket.Length..]) ? null : $"invalid websocket --listen URL `{address}`; expected `ws://IP:PORT`";
    }

    // The framework takes an address without a port, too.
    private static bool IsEndpoint(string text)
    {
        var colon = text.LastIndexOf(':');
        return colon > 0 && ushort.TryParse(text.AsSpan(colon + 1), out _) && IPAddress.TryParse(text.AsSpan(0, colon), out _);
    }
}
