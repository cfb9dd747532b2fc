using System.Buffers;
using System.Globalization;
using System.Net;

namespace Codex.Execution.Network.Rules;

/// <summary>One form for every way to write a host, so that no spelling slips past a rule (<c>network-proxy/src/policy.rs</c>).</summary>
internal static class HostName
{
    private const int MaximumLength = 253;

    private static readonly SearchValues<char> s_nameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");

    /// <summary>
    /// Lower case, without brackets and final dots. Everything that resolvers take for an address, such as <c>0x7f.1</c>, becomes
    /// the usual form of that address, and an IPv4 address inside of IPv6 becomes IPv4.
    /// </summary>
    internal static string Normalize(ReadOnlySpan<char> text)
    {
        var host = text.Trim();
        if (host.StartsWith("[") && host.IndexOf(']') is > 0 and var end)
            host = host[1..end];
        host = host.TrimEnd('.');
        return Address(host)?.ToString() ?? host.ToString().ToLowerInvariant();
    }

    /// <summary>The address that a host is; null for names. A zone is not part of it.</summary>
    internal static IPAddress? Address(ReadOnlySpan<char> host)
    {
        var zone = host.IndexOf('%');
        if (!IPAddress.TryParse(zone < 0 ? host : host[..zone], out var address))
            return null;
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }

    /// <summary>Host and port as they stand in a head.</summary>
    internal static string Authority(string host, int port, int defaultPort)
    {
        var written = host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
        return port == defaultPort ? written : string.Create(CultureInfo.InvariantCulture, $"{written}:{port}");
    }

    /// <summary>Splits <c>host:port</c> or <c>[address]:port</c> and normalises the host; false for anything that is not exactly that.</summary>
    internal static bool TryParseAuthority(ReadOnlySpan<char> text, int defaultPort, out string host, out int port)
    {
        (host, port) = ("", defaultPort);
        var end = text.StartsWith("[") ? text.IndexOf(']') + 1 : text.IndexOf(':') is >= 0 and var colon ? colon : text.Length;
        if (end <= 0 || !IsWellFormed(text[..end]) || !TryParsePort(text[end..], ref port))
            return false;
        host = Normalize(text[..end]);
        return host.Length > 0;
    }

    /// <summary>Whether this is a name of ASCII letters, digits and the like, or a bracketed address.</summary>
    internal static bool IsWellFormed(ReadOnlySpan<char> host) => host is ['[', .. var address, ']']
        ? address.Contains(':') && !address.Contains('%') && IPAddress.TryParse(address, out _)
        : host.Length is > 0 and <= MaximumLength && !host.ContainsAnyExcept(s_nameCharacters);

    private static bool TryParsePort(ReadOnlySpan<char> suffix, ref int port)
    {
        if (suffix.IsEmpty)
            return port > 0;
        return suffix is [':', .. { Length: > 0 and <= 5 } digits]
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out port)
            && port is > 0 and <= ushort.MaxValue;
    }
}
