using System.Net;
using Codex.Execution.Environments;

namespace Codex.Execution.Network.Rules;

/// <summary>The patterns of allowed and denied hosts, ready to be asked.</summary>
internal sealed class HostRules
{
    private const string Everything = "*";

    private readonly string[] _allowed;
    private readonly string[] _denied;
    private readonly bool _allowsLocal;

    /// <exception cref="InvalidHostPatternException">A pattern is none.</exception>
    internal HostRules(NetworkProxyOptions options)
    {
        _allowed = [.. options.AllowedHosts.SelectMany(Expand)];
        _denied = [.. options.DeniedHosts.SelectMany(Expand)];
        _allowsLocal = options.AllowsLocalAddresses;
        if (_denied.Contains(Everything))
        {
            throw new InvalidHostPatternException(
                "unsupported global wildcard domain pattern \"*\"; use exact hosts or scoped wildcards like *.example.com or **.example.com");
        }
    }

    internal bool IsDenied(string host) => VariablePattern.MatchesAny(host, _denied);

    internal bool IsAllowed(string host) => VariablePattern.MatchesAny(host, _allowed);

    /// <summary>Whether a host names this machine or a private address although no rule names that very host.</summary>
    internal bool IsClosedLiteral(string host) => !_allowsLocal && !_allowed.Contains(host)
        && (HostName.Address(host) is { } address ? !AddressRanges.IsPublic(address) : host is "localhost" || host.EndsWith(".localhost", StringComparison.Ordinal));

    /// <summary>Whether a name may lead to an address; decided on what it resolved to.</summary>
    internal bool MayLeadTo(string host, IPAddress address)
    {
        var target = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (IsDenied(target.ToString()))
            return false;
        return _allowsLocal || AddressRanges.IsPublic(target) || IsNamedLocal(host);
    }

    // Only a rule for localhost or for the very address opens it; a name that merely resolves to it stays closed.
    private bool IsNamedLocal(string host) => _allowed.Contains(host) && (host is "localhost" || HostName.Address(host) is not null);

    private static IEnumerable<string> Expand(string pattern)
    {
        var text = pattern.Trim();
        if (text is Everything)
            return [Everything];
        var (prefix, rest) = text switch
        {
            ['*', '*', '.', .. var domain] => ("**", domain),
            ['*', '.', .. var domain] => ("*", domain),
            _ => ("", text),
        };
        var host = Normalize(rest, pattern);
        return prefix switch
        {
            "**" => [host, "?*." + host],
            "*" => ["?*." + host],
            _ => [host],
        };
    }

    private static string Normalize(string rest, string pattern)
    {
        if (HostName.TryParseAuthority(rest, defaultPort: 1, out var host, out _))
            return host;
        host = HostName.Normalize(rest);
        return host.Length > 0 && (HostName.Address(host) is not null || HostName.IsWellFormed(host.Replace('*', 'x').Replace('?', 'x')))
            ? host
            : throw new InvalidHostPatternException($"invalid glob pattern: {pattern}");
    }
}
