using System.Net;
using System.Text;
using Codex.Platform.Environment;

namespace Codex.Backend.Http;

/// <summary>Creates the connection handlers of all remote services.</summary>
public static class HttpHandlerFactory
{
    /// <summary>
    /// A handler that keeps connections, sends no cookies, decodes nothing and follows the proxy and certificate
    /// variables of <paramref name="environment"/>. Nothing is loaded for TLS before the first secure connection.
    /// </summary>
    public static SocketsHttpHandler Create(HostEnvironment environment)
    {
        var proxy = EnvironmentProxy.Create(environment);
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            Proxy = proxy,
            UseProxy = proxy is not null,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(90),
            RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        };
        if (CustomCertificates.Find(environment) is { } certificates)
            handler.SslOptions.RemoteCertificateValidationCallback = certificates.Validate;
        return handler;
    }
}
