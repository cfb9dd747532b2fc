using System.Net;

namespace Codex.Backend.Http;

/// <summary>The hosts of <c>NO_PROXY</c>: names with their subdomains, addresses, address ranges, or <c>*</c>.</summary>
internal sealed class ProxyExceptions(string? list)
{
    private readonly string[] _entries =
        list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>Whether the host of <paramref name="url"/> is reached directly.</summary>
    public bool Contain(Uri url)
    {
        var host = url.IdnHost.Trim('[', ']');
        var address = IPAddress.TryParse(host, out var parsed) ? parsed : null;
        return Array.Exists(_entries, entry => Matches(entry, host, address));
    }

    private static bool Matches(string entry, string host, IPAddress? address)
    {
        if (entry == "*")
            return true;
        if (address is not null)
            return IPNetwork.TryParse(entry, out var range) ? range.Contains(address) : IPAddress.TryParse(entry, out var single) && single.Equals(address);
        var name = entry.TrimStart('.');
        return host.Equals(name, StringComparison.OrdinalIgnoreCase)
            || (host.Length > name.Length && host.EndsWith(name, StringComparison.OrdinalIgnoreCase) && host[^(name.Length + 1)] == '.');
    }
}
