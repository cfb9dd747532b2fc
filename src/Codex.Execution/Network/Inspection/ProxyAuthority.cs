using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Codex.Execution.Network.Rules;

namespace Codex.Execution.Network.Inspection;

/// <summary>
/// Signs certificates in the name of inspected hosts. Everybody who trusts it can be read by whoever has its key, so that the
/// key never leaves this program and the file of <see cref="AuthorityFiles"/>.
/// </summary>
internal sealed class ProxyAuthority
{
    private const int SerialLength = 16;
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    // As the authorities that 0.136.0 makes: it is renewed by deleting it.
    private static readonly DateTimeOffset s_start = new(1975, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_end = new(4096, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan s_hostStart = TimeSpan.FromDays(-1);
    private static readonly TimeSpan s_hostEnd = TimeSpan.FromDays(365);

    private readonly X509Certificate2 _authority;
    private readonly TimeProvider _time;

    private ProxyAuthority(X509Certificate2 authority, TimeProvider time) => (_authority, _time) = (authority, time);

    /// <summary>What clients have to trust, in PEM form.</summary>
    internal string Certificate => _authority.ExportCertificatePem();

    /// <summary>Takes the authority of a directory, which is made when it is needed for the first time.</summary>
    /// <exception cref="NetworkProxyException">It cannot be used or made.</exception>
    internal static ProxyAuthority Open(string directory, TimeProvider time)
    {
        var (certificate, key) = new AuthorityFiles(directory).ReadOrCreate(Create);
        return new(Load(certificate, key), time);
    }

    /// <summary>A certificate for a host, ready to be shown to clients.</summary>
    /// <param name="host">A name or an address, normalised.</param>
    /// <exception cref="ArgumentException">No certificate can name it.</exception>
    internal SslStreamCertificateContext Issue(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=network_proxy", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(NamesOf(host));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ServerAuthentication)], critical: false));
        if (_authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault() is { } issuer)
            request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(issuer));
        var now = _time.GetUtcNow();
        using var certificate = request.Create(_authority, now + s_hostStart, now + s_hostEnd, Serial());
        return SslStreamCertificateContext.Create(certificate.CopyWithPrivateKey(key), [_authority], offline: true);
    }

    private static X509Extension NamesOf(string host)
    {
        var names = new SubjectAlternativeNameBuilder();
        if (HostName.Address(host) is { } address)
            names.AddIpAddress(address);
        else
            names.AddDnsName(host);
        return names.Build();
    }

    private static byte[] Serial()
    {
        var serial = RandomNumberGenerator.GetBytes(SerialLength);
        // Positive, and as long as it is.
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }

    private static (string Certificate, string Key) Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=network_proxy MITM CA", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        using var certificate = request.CreateSelfSigned(s_start, s_end);
        return ($"{certificate.ExportCertificatePem()}\n", $"{key.ExportPkcs8PrivateKeyPem()}\n");
    }

    private static X509Certificate2 Load(string certificate, string key)
    {
        using var privateKey = ECDsa.Create();
        Understand("failed to parse CA key", () => privateKey.ImportFromPem(key));
        X509Certificate2? authority = null;
        Understand("failed to parse CA cert", () =>
        {
            using var plain = X509Certificate2.CreateFromPem(certificate);
            authority = plain.CopyWithPrivateKey(privateKey);
        });
        return authority!.Extensions.OfType<X509BasicConstraintsExtension>().Any(static basic => basic.CertificateAuthority)
            ? authority
            : throw new NetworkProxyException("the managed MITM CA certificate is not that of an authority");
    }

    private static void Understand(string failure, Action read)
    {
        try
        {
            read();
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw new NetworkProxyException(failure, exception);
        }
    }
}
