using System.Globalization;
using System.Text;
using Codex.Execution.Network.Inspection;

namespace Codex.Execution.Network.Http;

/// <summary>Writes heads as a proxy passes them on: without what concerns one connection only, and each connection ends after it.</summary>
internal static class HttpForwarding
{
    // Whom a request is for and how long it is stays with us, whatever anybody wants to change.
    private static readonly string[] s_own = ["Host", "Content-Length", "Transfer-Encoding"];

    private static readonly string[] s_hopByHop =
        ["Connection", "Keep-Alive", "Proxy-Connection", "Proxy-Authorization", "Proxy-Authenticate", "TE", "Trailer", "Upgrade"];

    /// <summary>A request for a server, or for another proxy on the way to it.</summary>
    /// <param name="head">As the client sent it.</param>
    /// <param name="target">The target as the other side expects it.</param>
    /// <param name="authority">Whom the request is for.</param>
    /// <param name="changes">What happens to its headers.</param>
    /// <param name="proxyCredential">For a proxy that asks for one; else null.</param>
    internal static byte[] Request(HttpHead head, string target, string authority, HeaderChanges changes, string? proxyCredential = null)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{head.StartLine[0]} {target} {head.StartLine[2]}\r\nHost: {authority}\r\n");
        AppendHeaders(text, head, header => Array.Exists(s_own, header.Is) || changes.Removes(header));
        foreach (var header in changes.Injected)
        {
            if (!Array.Exists(s_own, header.Is) && !Array.Exists(s_hopByHop, header.Is))
                Append(text, header);
        }

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
                Append(text, header);
        }
    }

    private static void Append(StringBuilder text, HttpHeader header) => text.Append(CultureInfo.InvariantCulture, $"{header.Name}: {header.Value}\r\n");

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
