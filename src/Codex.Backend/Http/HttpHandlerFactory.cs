using System.Net;
using System.Net.Security;
using System.Text;
using Codex.Backend.Http.Probing;
using Codex.Platform.Environment;

namespace Codex.Backend.Http;

/// <summary>Creates the connection handlers of all remote services.</summary>
public static class HttpHandlerFactory
{
    /// <summary>The limit of the original's library.</summary>
    private const int MaximumRedirections = 10;

    /// <summary>
    /// A handler that keeps connections, sends no cookies, decodes nothing and follows the proxy and certificate
    /// variables of <paramref name="environment"/>. Nothing is loaded for TLS before the first secure connection.
    /// Failures whose cause is known are <see cref="ConnectionException"/>s.
    /// </summary>
    public static HttpMessageHandler Create(HostEnvironment environment) => Create(environment, Timeout.InfiniteTimeSpan);

    /// <summary>The same, for servers that have to be reached within a time.</summary>
    public static HttpMessageHandler Create(HostEnvironment environment, TimeSpan connectTimeout)
    {
        var proxy = EnvironmentProxy.Create(environment);
        var certificates = CustomCertificates.Find(environment);
        return new ExplainingHandler(CreateSockets(connectTimeout, proxy, certificates), proxy, certificates);
    }

    /// <summary>The same, following redirections.</summary>
    public static HttpMessageHandler CreateFollowing(HostEnvironment environment)
    {
        var proxy = EnvironmentProxy.Create(environment);
        var certificates = CustomCertificates.Find(environment);
        var handler = CreateSockets(Timeout.InfiniteTimeSpan, proxy, certificates);
        handler.AllowAutoRedirect = true;
        handler.MaxAutomaticRedirections = MaximumRedirections;
        return new ExplainingHandler(handler, proxy, certificates);
    }

    /// <summary>What decides which servers are believed where no handler of ours connects; null for what the system trusts.</summary>
    public static RemoteCertificateValidationCallback? TrustFor(HostEnvironment environment) =>
        CustomCertificates.Find(environment) is { } certificates ? certificates.Validate : null;

    /// <summary>A handler for servers on this machine or beside it, which no proxy knows.</summary>
    public static HttpMessageHandler CreateDirect(TimeSpan connectTimeout) => CreateSockets(connectTimeout, proxy: null, certificates: null);

    /// <summary>A handler as for remote services, for a single question that may be redirected; what is wrong with certificates is noted.</summary>
    internal static HttpMessageHandler CreateForProbe(HostEnvironment environment, CertificateNotes notes)
    {
        var proxy = EnvironmentProxy.Create(environment);
        var certificates = CustomCertificates.Find(environment);
        var handler = CreateSockets(Timeout.InfiniteTimeSpan, proxy, certificates);
        handler.AllowAutoRedirect = true;
        notes.Watch(handler);
        return new ExplainingHandler(handler, proxy, certificates);
    }

    private static SocketsHttpHandler CreateSockets(TimeSpan connectTimeout, EnvironmentProxy? proxy, CustomCertificates? certificates)
    {
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            ConnectTimeout = connectTimeout,
            Proxy = proxy,
            UseProxy = proxy is not null,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(90),
            RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        };
        if (certificates is not null)
            handler.SslOptions.RemoteCertificateValidationCallback = certificates.Validate;
        return handler;
    }
}
