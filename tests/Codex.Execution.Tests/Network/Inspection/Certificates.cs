using System.Security.Cryptography.X509Certificates;

namespace Codex.Execution.Tests.Network.Inspection;

/// <summary>Questions about certificates.</summary>
internal static class Certificates
{
    internal static bool IsSignedBy(string authority, X509Certificate certificate)
    {
        using var root = X509Certificate2.CreateFromPem(authority);
        using var leaf = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        return chain.Build(leaf);
    }
}
