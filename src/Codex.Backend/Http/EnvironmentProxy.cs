using System.Net;
using Codex.Platform.Environment;

namespace Codex.Backend.Http;

/// <summary>Proxies by environment variables: <c>HTTP_PROXY</c>, <c>HTTPS_PROXY</c>, <c>ALL_PROXY</c>, <c>NO_PROXY</c>, in either case.</summary>
internal sealed class EnvironmentProxy : IWebProxy
{
    private readonly Uri? _http;
    private readonly Uri? _https;
    private readonly ProxyExceptions _exceptions;

    private EnvironmentProxy(Uri? http, Uri? https, string? exceptions)
    {
        _http = http;
        _https = https;
        _exceptions = new ProxyExceptions(exceptions);
        Credentials = Login(http) ?? Login(https);
    }

    /// <inheritdoc/>
    public ICredentials? Credentials { get; set; }

    /// <summary>The proxy of the environment, or null when none is named.</summary>
    public static EnvironmentProxy? Create(HostEnvironment environment)
    {
        var all = Variable(environment, "ALL_PROXY");
        // A CGI program receives the client's Proxy header under this name: it must not be believed there.
        var isCgi = environment.GetVariable("REQUEST_METHOD") is not null;
        var http = Parse(isCgi ? null : Variable(environment, "HTTP_PROXY")) ?? Parse(all);
        var https = Parse(Variable(environment, "HTTPS_PROXY")) ?? Parse(all);
        return http is null && https is null ? null : new EnvironmentProxy(http, https, Variable(environment, "NO_PROXY"));
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : For(destination);

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => For(host) is null || _exceptions.Contain(host);

    private Uri? For(Uri destination) => destination.Scheme == Uri.UriSchemeHttps ? _https : _http;

    private static string? Variable(HostEnvironment environment, string name) =>
        environment.GetNonEmptyVariable(name) ?? environment.GetNonEmptyVariable(name.ToLowerInvariant());

    private static Uri? Parse(string? text)
    {
        if (text is null)
            return null;
        var address = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
        return Uri.TryCreate(address, UriKind.Absolute, out var proxy) ? proxy : null;
    }

    private static NetworkCredential? Login(Uri? proxy)
    {
        if (proxy is not { UserInfo: { Length: > 0 } user })
            return null;
        var parts = user.Split(':', 2);
        return new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }
}
