using System.Globalization;
using System.Text;

namespace Codex.Execution.Network.Http;

/// <summary>Writes heads as a proxy passes them on: without what concerns one connection only, and each connection ends after it.</summary>
internal static class HttpForwarding
{
    private static readonly string[] s_hopByHop =
        ["Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authorization", "Proxy-Authenticate", "TE", "Trailer", "Upgrade"];

    /// <summary>A request for the server itself, or for another proxy when there is a credential or an absolute target for it.</summary>
    internal static byte[] Request(HttpHead head, HttpTarget target, bool isAbsolute, string? proxyCredential)
    {
        var text = new StringBuilder();
        var path = isAbsolute ? $"http://{target.Authority}{target.Path}" : target.Path;
        text.Append(CultureInfo.InvariantCulture, $"{head.StartLine[0]} {path} {head.StartLine[2]}\r\nHost: {target.Authority}\r\n");
        AppendHeaders(text, head, static header => header.Is("Host") || header.Is("Content-Length") || header.Is("Transfer-Encoding"));
        if (head.BodyLength() is not { } length)
            text.Append("Transfer-Encoding: chunked\r\n");
        else if (head.Single("Content-Length") is not null)
            text.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n");
        if (proxyCredential is not null)
            text.Append(CultureInfo.InvariantCulture, $"Proxy-Authorization: {proxyCredential}\r\n");
        return Finish(text);
    }

    /// <summary>A response for the client.</summary>
    internal static byte[] Response(HttpHead head)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{string.Join(' ', head.StartLine)}\r\n");
        AppendHeaders(text, head, static _ => false);
        return Finish(text);
    }

    private static void AppendHeaders(StringBuilder text, HttpHead head, Predicate<HttpHeader> isReplaced)
    {
        var named = NamedByConnection(head);
        foreach (var header in head.Headers)
        {
            if (!isReplaced(header) && !Array.Exists(s_hopByHop, header.Is) && !named.Contains(header.Name))
                text.Append(CultureInfo.InvariantCulture, $"{header.Name}: {header.Value}\r\n");
        }
    }

    // Framing is not for either side to strip.
    private static HashSet<string> NamedByConnection(HttpHead head)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in head.Headers)
        {
            if (header.Is("Connection"))
                names.UnionWith(header.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        names.Remove("Content-Length");
        names.Remove("Transfer-Encoding");
        return names;
    }

    private static byte[] Finish(StringBuilder text) => Encoding.Latin1.GetBytes(text.Append("Connection: close\r\n\r\n").ToString());
}
