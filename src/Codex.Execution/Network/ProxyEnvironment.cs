using System.Globalization;
using Codex.Execution.Network.Inspection;
using Codex.Platform.Environment;

namespace Codex.Execution.Network;

/// <summary>The variables that lead programs to the proxy (<c>network-proxy/src/proxy.rs</c>).</summary>
public static class ProxyEnvironment
{
    /// <summary>
    /// Where commands find the proxy in their private network. Nobody else listens there, and the numbers are beyond those that
    /// the kernel hands out.
    /// </summary>
    internal const int HttpPort = 61328;

    /// <inheritdoc cref="HttpPort"/>
    internal const int SocksPort = 61081;

    private const string Direct = "localhost,127.0.0.1,::1,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16";

    private static readonly string[] s_http =
    [
        "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "YARN_HTTP_PROXY", "YARN_HTTPS_PROXY",
        "npm_config_http_proxy", "npm_config_https_proxy", "npm_config_proxy", "NPM_CONFIG_HTTP_PROXY", "NPM_CONFIG_HTTPS_PROXY", "NPM_CONFIG_PROXY",
        "BUNDLE_HTTP_PROXY", "BUNDLE_HTTPS_PROXY", "PIP_PROXY", "DOCKER_HTTP_PROXY", "DOCKER_HTTPS_PROXY", "WS_PROXY", "WSS_PROXY", "ws_proxy", "wss_proxy",
    ];

    private static readonly string[] s_any = ["ALL_PROXY", "all_proxy", "FTP_PROXY", "ftp_proxy"];
    private static readonly string[] s_exceptions = ["NO_PROXY", "no_proxy", "npm_config_noproxy", "NPM_CONFIG_NOPROXY", "YARN_NO_PROXY", "BUNDLE_NO_PROXY"];
    private static readonly string[] s_switches = ["CODEX_NETWORK_PROXY_ACTIVE", "CODEX_NETWORK_ALLOW_LOCAL_BINDING", "ELECTRON_GET_USE_PROXY", "NODE_USE_ENV_PROXY"];

    /// <summary>The names of all that are set for a proxy.</summary>
    public static IReadOnlyList<string> NamesFor(NetworkProxyOptions options) =>
        [.. s_switches, .. s_http, .. s_any, .. s_exceptions, .. options.Inspects ? TrustBundle.Variables : []];

    /// <summary>An environment that leads to the proxy, whatever it said before.</summary>
    /// <param name="environment">What the command gets otherwise.</param>
    /// <param name="options">What the proxy lets through.</param>
    /// <param name="trusted">The file with the certificates that the command has to trust; null when it needs none of ours.</param>
    internal static Dictionary<string, string> AddTo(IReadOnlyDictionary<string, string> environment, NetworkProxyOptions options, string? trusted)
    {
        var variables = new Dictionary<string, string>(environment, HostEnvironment.VariableNameComparer)
        {
            ["CODEX_NETWORK_PROXY_ACTIVE"] = "1",
            ["CODEX_NETWORK_ALLOW_LOCAL_BINDING"] = options.AllowsLocalAddresses ? "1" : "0",
            ["ELECTRON_GET_USE_PROXY"] = "true",
            ["NODE_USE_ENV_PROXY"] = "1",
        };
        var http = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{HttpPort}");
        Set(s_http, http);
        Set(s_any, options.OffersSocks ? string.Create(CultureInfo.InvariantCulture, $"socks5h://127.0.0.1:{SocksPort}") : http);
        Set(s_exceptions, Direct);
        if (trusted is not null)
            Set(TrustBundle.Variables, trusted);
        return variables;

        void Set(string[] names, string value)
        {
            foreach (var name in names)
                variables[name] = value;
        }
    }
}
