using System.Net;
using Codex.Platform.Environment;

namespace Codex.Backend.Http;

/// <summary>Proxies by environment variables: <c>HTTP_PROXY</c>, <c>HTTPS_PROXY</c>, <c>ALL_PROXY</c>, <c>NO_PROXY</c>, in either case.</summary>
internal sealed class EnvironmentProxy : IWebProxy
{
    private readonly ProxyVariable? _http;
    private readonly ProxyVariable? _https;
    private readonly ProxyExceptions _exceptions;

    private EnvironmentProxy(ProxyVariable? http, ProxyVariable? https, string? exceptions)
    {
        _http = http;
        _https = https;
        _exceptions = new ProxyExceptions(exceptions);
        Credentials = new ProxyLogins(http, https);
    }

    /// <inheritdoc/>
    public ICredentials? Credentials { get; set; }

    /// <summary>A variable whose value is no address.</summary>
    public string? Unusable => _http is { Address: null } ? _http.Name : _https is { Address: null } ? _https.Name : null;

    /// <summary>The proxy of the environment, or null when none is named.</summary>
    public static EnvironmentProxy? Create(HostEnvironment environment)
    {
        var all = ProxyVariable.Read(environment, "ALL_PROXY");
        // A CGI program receives the client's Proxy header under this name: it must not be believed there.
        var isCgi = environment.GetVariable("REQUEST_METHOD") is not null;
        var http = (isCgi ? null : ProxyVariable.Read(environment, "HTTP_PROXY")) ?? all;
        var https = ProxyVariable.Read(environment, "HTTPS_PROXY") ?? all;
        var exceptions = environment.GetNonEmptyVariable("NO_PROXY") ?? environment.GetNonEmptyVariable("no_proxy");
        return http is null && https is null ? null : new EnvironmentProxy(http, https, exceptions);
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : For(destination)?.Address;

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => For(host)?.Address is null || _exceptions.Contain(host);

    /// <summary>The proxy on the way to a server, with its variable and without its login; null when there is none.</summary>
    public string? Describe(Uri destination) =>
        GetProxy(destination) is { } proxy ? $"the proxy {proxy.Host}:{proxy.Port} of {For(destination)!.Name}" : null;

    private ProxyVariable? For(Uri destination) => destination.Scheme is "https" or "wss" ? _https : _http;
}
