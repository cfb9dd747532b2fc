using System.Globalization;
using System.Net.WebSockets;

namespace Codex.Backend.WebSockets;

/// <summary>What a server says to the offered compression of messages (RFC 7692, 7.1).</summary>
internal static class DeflateAnswer
{
    /// <summary>The agreed parameters, or null when messages are not compressed.</summary>
    public static WebSocketDeflateOptions? Read(string? extensions)
    {
        var parts = extensions?.Split(';', StringSplitOptions.TrimEntries) ?? [];
        if (parts is not ["permessage-deflate", .. var parameters])
            return null;
        var options = new WebSocketDeflateOptions();
        foreach (var parameter in parameters)
            Apply(options, parameter);
        return options;
    }

    private static void Apply(WebSocketDeflateOptions options, string parameter)
    {
        var name = parameter.Split('=', 2);
        switch (name[0])
        {
            case "client_no_context_takeover": options.ClientContextTakeover = false; break;
            case "server_no_context_takeover": options.ServerContextTakeover = false; break;
            case "client_max_window_bits" when name is [_, var bits]: options.ClientMaxWindowBits = WindowBits(bits); break;
            case "server_max_window_bits" when name is [_, var bits]: options.ServerMaxWindowBits = WindowBits(bits); break;
        }
    }

    // The least that the library can do is one more than the least that the protocol allows; it decodes both.
    private static int WindowBits(string text) =>
        int.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? Math.Clamp(bits, 9, 15) : 15;
}
