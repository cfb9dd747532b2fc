using System.Net;

namespace Codex.Backend.Http;

/// <summary>Says why a connection failed, where more is known than that it did: proxies, certificates, names.</summary>
internal sealed class ExplainingHandler(HttpMessageHandler inner, EnvironmentProxy? proxy, CustomCertificates? certificates) : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (Explain(request.RequestUri!, exception) is { } reason)
        {
            throw new ConnectionException(reason, exception);
        }
        catch (NotSupportedException exception) when (proxy?.Describe(request.RequestUri!) is { } used)
        {
            throw new ConnectionException($"{used} is of a kind that is not supported", exception);
        }
    }

    private string? Explain(Uri url, HttpRequestException exception)
    {
        if (Find<CertificateFileException>(exception) is { } file)
            return file.Message;
        var used = proxy?.Describe(url);
        return exception.HttpRequestError switch
        {
            HttpRequestError.SecureConnectionError => Distrust(url),
            HttpRequestError.ProxyTunnelError when used is not null => $"{used} refused to connect to {url.Host}{Status(exception)}",
            HttpRequestError.NameResolutionError => used is null ? $"there is no address for the name {url.Host}" : $"{used} has a name without an address",
            HttpRequestError.ConnectionError when used is not null => $"{used} cannot be reached",
            _ when proxy?.Unusable is { } unusable => $"{unusable} holds no address of a proxy and was passed over",
            _ => null,
        };
    }

    private string Distrust(Uri url) => certificates is null
        ? $"no secure connection to {url.Host}: its certificate is not trusted; the certificate of a proxy that reads traffic belongs into CODEX_CA_CERTIFICATE"
        : $"no secure connection to {url.Host}: its certificate is not trusted, and not signed by one of {certificates.Source}";

    private static string Status(HttpRequestException exception) => exception.StatusCode switch
    {
        HttpStatusCode.ProxyAuthenticationRequired => " (407: it wants a user name and password that are right)",
        { } status => $" ({(int)status})",
        null => "",
    };

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
                return found;
        }

        return null;
    }
}
