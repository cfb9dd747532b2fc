using System.Net.Security;

namespace Codex.TestSupport.Http;

/// <summary>Puts TLS in front of a server on another loopback port.</summary>
public sealed class TlsFront(int serverPort, TestAuthority authority) : Relay
{
    /// <inheritdoc/>
    protected override async Task ServeAsync(Stream client, CancellationToken cancellationToken)
    {
        await using var secure = new SslStream(client);
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions { ServerCertificate = authority.ServerCertificate }, cancellationToken);
        await PipeAsync(secure, "127.0.0.1", serverPort, default, cancellationToken);
    }
}
