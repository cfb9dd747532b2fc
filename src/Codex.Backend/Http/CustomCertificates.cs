using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Codex.Platform.Environment;

namespace Codex.Backend.Http;

/// <summary>Extra root certificates from <c>CODEX_CA_CERTIFICATE</c>, else <c>SSL_CERT_FILE</c>: a PEM bundle, read at the first need.</summary>
internal sealed class CustomCertificates
{
    private readonly Lazy<X509Certificate2Collection> _roots;

    private CustomCertificates(string path) => _roots = new Lazy<X509Certificate2Collection>(() => Load(path));

    /// <summary>The certificates that the environment names, or null.</summary>
    public static CustomCertificates? Find(HostEnvironment environment) =>
        (environment.GetNonEmptyVariable("CODEX_CA_CERTIFICATE") ?? environment.GetNonEmptyVariable("SSL_CERT_FILE")) is { } path
            ? new CustomCertificates(path)
            : null;

    /// <summary>Accepts what the system trusts, and chains that end in one of the extra roots.</summary>
    public bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        return errors == SslPolicyErrors.RemoteCertificateChainErrors && certificate is not null && IsTrusted(certificate, chain);
    }

    private bool IsTrusted(X509Certificate certificate, X509Chain? presented)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.AddRange(_roots.Value);
        if (presented is not null)
            chain.ChainPolicy.ExtraStore.AddRange(presented.ChainPolicy.ExtraStore);
        using var leaf = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(leaf);
    }

    private static X509Certificate2Collection Load(string path)
    {
        var roots = new X509Certificate2Collection();
        try
        {
            roots.ImportFromPemFile(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new HttpRequestException($"cannot read certificates of {path}: {exception.Message}", exception);
        }

        return roots;
    }
}
