using System.Net;
using Codex.Platform.Environment;

namespace Codex.Backend.Http;

/// <summary>An environment variable that names a proxy.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Address">The proxy without its login, which libraries quote in their errors; null when the value is no address.</param>
/// <param name="Login">User name and password, when the value has them.</param>
internal sealed record ProxyVariable(string Name, Uri? Address, NetworkCredential? Login)
{
    /// <summary>The variable in the given case or in lower case; null when neither is set.</summary>
    public static ProxyVariable? Read(HostEnvironment environment, string name) => Read(environment, name, name.ToLowerInvariant());

    private static ProxyVariable? Read(HostEnvironment environment, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (environment.GetNonEmptyVariable(name) is { } value)
                return Parse(name, value.Trim());
        }

        return null;
    }

    private static ProxyVariable Parse(string name, string value)
    {
        var text = value.Contains("://", StringComparison.Ordinal) ? value : "http://" + value;
        // SOCKS proxies are always left to find names, which is what the h asks for elsewhere.
        if (text.StartsWith("socks5h://", StringComparison.OrdinalIgnoreCase))
            text = string.Concat("socks5", text.AsSpan("socks5h".Length));
        if (!Uri.TryCreate(text, UriKind.Absolute, out var proxy) || proxy.Host.Length == 0)
            return new ProxyVariable(name, null, null);
        var address = proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        return new ProxyVariable(name, new Uri(address), proxy.UserInfo.Length == 0 ? null : ReadLogin(proxy.UserInfo));
    }

    private static NetworkCredential ReadLogin(string user)
    {
        var parts = user.Split(':', 2);
        return new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }
}
