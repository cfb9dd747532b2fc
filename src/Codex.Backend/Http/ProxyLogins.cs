using System.Net;

namespace Codex.Backend.Http;

/// <summary>The logins of proxies; each goes to its own proxy only.</summary>
internal sealed class ProxyLogins(params ProxyVariable?[] proxies) : ICredentials
{
    /// <inheritdoc/>
    public NetworkCredential? GetCredential(Uri uri, string authType) =>
        Array.Find(proxies, proxy => proxy is { Login: not null, Address: { } address } && address.Host == uri.Host && address.Port == uri.Port)?.Login;
}
