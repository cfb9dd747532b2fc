using System.Net.Sockets;
using System.Security.Authentication;
using Codex.Platform.Environment;

namespace Codex.Backend.Http.Probing;

/// <summary>Asks a server for a sign of life. Nothing is sent that identifies the user.</summary>
public sealed class EndpointProbe(HostEnvironment environment, TimeProvider time)
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(3);

    /// <summary>Asks with HEAD.</summary>
    public Task<ProbeResult> HeadAsync(string url, CancellationToken cancellationToken) => SendAsync(HttpMethod.Head, url, cancellationToken);

    /// <summary>Asks with GET; the body is left unread.</summary>
    public Task<ProbeResult> GetAsync(string url, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, url, cancellationToken);

    private async Task<ProbeResult> SendAsync(HttpMethod method, string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var destination) || destination.Scheme is not ("http" or "https"))
            return new ProbeResult(null, "request could not be built", []);
        using var limit = new CancellationTokenSource(s_timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        var certificates = new CertificateNotes();
        try
        {
            return await SendAsync(method, destination, certificates, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ProbeResult(null, "request timed out", [ConnectionCauses.Waiting(environment, destination), "no answer within three seconds"]);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException or AuthenticationException)
        {
            return new ProbeResult(null, Failure(exception, destination), ConnectionCauses.Describe(environment, destination, exception, certificates.Refusal));
        }
    }

    private async Task<ProbeResult> SendAsync(HttpMethod method, Uri destination, CertificateNotes certificates, CancellationToken cancellationToken)
    {
        using var http = new HttpMessageInvoker(HttpHandlerFactory.CreateForProbe(environment, certificates));
        using var request = new HttpRequestMessage(method, destination);
        request.Headers.TryAddWithoutValidation("accept", "*/*");
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return ProbeResult.Of((int)response.StatusCode);
    }

    private static string Failure(Exception exception, Uri destination) => ConnectionCauses.IsUnconnected(exception)
        ? "connect failed"
        : $"error sending request for url ({destination.AbsoluteUri})";
}
