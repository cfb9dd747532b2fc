using Codex.Execution.Network.Rules;

namespace Codex.Execution.Network.Http;

/// <summary>Where a request goes.</summary>
/// <param name="Host">The host, normalised.</param>
/// <param name="Port">The port.</param>
/// <param name="Path">Path and query for the server; empty for CONNECT.</param>
internal sealed record HttpTarget(string Host, int Port, string Path)
{
    private const string Scheme = "http://";
    private const int HttpPort = 80;

    /// <summary>Host and port as they stand in a head.</summary>
    internal string Authority => HostName.Authority(Host, Port, HttpPort);

    /// <summary>Reads the target of a request; the Host header must say the same.</summary>
    /// <exception cref="HttpHeadException">It has none, or two.</exception>
    internal static HttpTarget Of(HttpHead head)
    {
        var (method, target) = (head.StartLine[0], head.StartLine[1]);
        var header = head.Single("Host");
        if (method is "CONNECT")
            return HostName.TryParseAuthority(target, 0, out var host, out var port) ? new(host, port, "") : throw Bad("missing authority");
        if (target.StartsWith('/'))
            return header is null ? throw Bad("missing host") : Parse(header, target);
        return target.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Absolute(target[Scheme.Length..], header) : throw Bad("unsupported request target");
    }

    private static HttpTarget Absolute(string rest, string? header)
    {
        var end = rest.AsSpan().IndexOfAny('/', '?', '#');
        var path = end < 0 ? "/" : rest[end] is '/' ? rest[end..] : $"/{rest[end..]}";
        var target = Parse(end < 0 ? rest : rest[..end], path);
        if (header is null)
            return target;
        var named = Parse(header, path);
        return named.Host == target.Host && named.Port == target.Port ? target : throw Bad("Host header does not match request target");
    }

    private static HttpTarget Parse(string authority, string path) =>
        HostName.TryParseAuthority(authority, HttpPort, out var host, out var port) ? new(host, port, path) : throw Bad("invalid host");

    private static HttpHeadException Bad(string message) => new(400, message);
}
