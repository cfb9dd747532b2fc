using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Codex.Platform.Environment;

namespace Codex.Backend.Http;

/// <summary>Extra root certificates from <c>CODEX_CA_CERTIFICATE</c>, else <c>SSL_CERT_FILE</c>; read at the first need.</summary>
internal sealed class CustomCertificates
{
    private readonly Lazy<X509Certificate2Collection> _roots;

    private CustomCertificates(string variable, string path)
    {
        Source = $"{path} ({variable})";
        _roots = new Lazy<X509Certificate2Collection>(() => CertificateFile.Load(variable, path));
    }

    /// <summary>The file and its variable, for messages.</summary>
    public string Source { get; }

    /// <summary>The certificates that the environment names, or null.</summary>
    public static CustomCertificates? Find(HostEnvironment environment) =>
        Find(environment, "CODEX_CA_CERTIFICATE") ?? Find(environment, "SSL_CERT_FILE");

    /// <summary>Accepts what the system trusts, and chains that end in one of the extra roots.</summary>
    /// <exception cref="CertificateFileException">The extra roots are needed and cannot be read.</exception>
    public bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        return errors == SslPolicyErrors.RemoteCertificateChainErrors && certificate is not null && IsTrusted(certificate, chain);
    }

    private static CustomCertificates? Find(HostEnvironment environment, string variable) =>
        environment.GetNonEmptyVariable(variable) is { } path ? new CustomCertificates(variable, path) : null;

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
}
