using System.Globalization;
using System.Text;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Sandbox.Seatbelt;

/// <summary>What a command may do with the network under seatbelt.</summary>
public sealed record SeatbeltNetwork
{
    private const string ProxyMark = "CODEX_NETWORK_PROXY_ACTIVE";
    private const string BindingMark = "CODEX_NETWORK_ALLOW_LOCAL_BINDING";
    private static readonly string[] s_proxyVariables = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "WS_PROXY", "WSS_PROXY", "FTP_PROXY"];

    /// <summary>Whether the profile allows the network.</summary>
    public bool IsEnabled { get; init; }

    /// <summary>Whether connections have to go through a proxy of ours.</summary>
    public bool IsProxied { get; init; }

    /// <summary>The loopback ports of that proxy, sorted.</summary>
    public IReadOnlyList<int> ProxyPorts { get; init; } = [];

    /// <summary>Whether servers of the command's own may listen on loopback.</summary>
    public bool AllowsLocalBinding { get; init; }

    /// <summary>Local sockets, or directories with them, that may be used; absolute.</summary>
    public IReadOnlyList<string> UnixSockets { get; init; } = [];

    /// <summary>What a profile and the environment of a command say.</summary>
    public static SeatbeltNetwork Of(NetworkSandboxPolicy policy, IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> unixSockets)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(environment);
        var isProxied = environment.GetValueOrDefault(ProxyMark) is "1";
        return new()
        {
            IsEnabled = policy.IsEnabled,
            IsProxied = isProxied,
            ProxyPorts = isProxied ? [.. s_proxyVariables.Select(name => Port(environment.GetValueOrDefault(name))).OfType<int>().Distinct().Order()] : [],
            AllowsLocalBinding = isProxied && environment.GetValueOrDefault(BindingMark) is "1",
            UnixSockets = unixSockets,
        };
    }

    /// <summary>The rules; sockets are named by parameters.</summary>
    internal string Write(SeatbeltParameters parameters)
    {
        if (!IsProxied && !IsEnabled && UnixSockets.Count == 0)
            return "";
        var rules = new StringBuilder();
        if (IsProxied || !IsEnabled)
            AppendProxied(rules);
        else
            rules.Append("(allow network-outbound)\n(allow network-inbound)\n");
        AppendSockets(rules, parameters);
        return rules.Append(SeatbeltRules.Network).ToString();
    }

    private void AppendProxied(StringBuilder rules)
    {
        if (AllowsLocalBinding)
        {
            rules.Append("(allow network-bind (local ip \"*:*\"))\n");
            rules.Append("(allow network-inbound (local ip \"localhost:*\"))\n");
            rules.Append("(allow network-outbound (remote ip \"localhost:*\"))\n");
            if (ProxyPorts.Count > 0)
                rules.Append("(allow network-outbound (remote ip \"*:53\"))\n");
        }

        foreach (var port in ProxyPorts)
            rules.Append(CultureInfo.InvariantCulture, $"(allow network-outbound (remote ip \"localhost:{port}\"))\n");
    }

    private void AppendSockets(StringBuilder rules, SeatbeltParameters parameters)
    {
        if (UnixSockets.Count == 0)
            return;
        rules.Append("(allow system-socket (socket-domain AF_UNIX))\n");
        foreach (var path in UnixSockets.Select(SeatbeltParameters.Canonical).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var name = parameters.AddNumbered("UNIX_SOCKET_PATH", path);
            rules.Append(CultureInfo.InvariantCulture, $"(allow network-bind (local unix-socket (subpath (param \"{name}\"))))\n");
            rules.Append(CultureInfo.InvariantCulture, $"(allow network-outbound (remote unix-socket (subpath (param \"{name}\"))))\n");
        }
    }

    private static int? Port(string? address) =>
        Uri.TryCreate(address is null || address.Contains("://", StringComparison.Ordinal) ? address : "http://" + address, UriKind.Absolute, out var uri) && uri.IsLoopback
            ? uri.Port > 0 ? uri.Port : uri.Scheme.StartsWith("socks", StringComparison.Ordinal) ? 1080 : 80
            : null;
}
