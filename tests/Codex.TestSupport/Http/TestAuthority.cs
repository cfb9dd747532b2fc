using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Codex.TestSupport.Http;

/// <summary>A certificate authority that nobody trusts unless told to, and a server certificate for the loopback address.</summary>
public sealed class TestAuthority : IDisposable
{
    private readonly X509Certificate2 _root;

    /// <summary>Makes new keys.</summary>
    /// <param name="hosts">Further names of the server.</param>
    public TestAuthority(params IReadOnlyList<string> hosts)
    {
        var now = DateTimeOffset.UtcNow;
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest($"CN=Test Root {Guid.NewGuid()}", rootKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        root.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _root = root.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        ServerCertificate = Issue(now, hosts);
    }

    /// <summary>The root in PEM form.</summary>
    public string RootPem => _root.ExportCertificatePem();

    /// <summary>The root as OpenSSL writes certificates with what they are trusted for.</summary>
    public string TrustedRootPem => PemEncoding.WriteString("TRUSTED CERTIFICATE", [.. _root.RawData, 0x30, 0x00]);

    /// <summary>A certificate for <c>127.0.0.1</c>, <c>localhost</c> and the further names, with its key.</summary>
    public X509Certificate2 ServerCertificate { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _root.Dispose();
        ServerCertificate.Dispose();
    }

    private X509Certificate2 Issue(DateTimeOffset now, IReadOnlyList<string> hosts)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        foreach (var host in hosts)
            names.AddDnsName(host);
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var certificate = request.Create(_root, now.AddHours(-1), now.AddDays(10), RandomNumberGenerator.GetBytes(8));
        using var withKey = certificate.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pkcs12), password: null);
    }
}
