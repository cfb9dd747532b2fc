using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Codex.Backend.Http.Probing;

/// <summary>Remembers why a server's certificate was refused.</summary>
internal sealed class CertificateNotes
{
    /// <summary>Which certificate was at fault and why; null when none was refused.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Watches the checks of a handler and leaves their outcome as it is.</summary>
    public void Watch(SocketsHttpHandler handler)
    {
        var decide = handler.SslOptions.RemoteCertificateValidationCallback;
        handler.SslOptions.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
        {
            var isAccepted = decide?.Invoke(sender, certificate, chain, errors) ?? errors == SslPolicyErrors.None;
            if (!isAccepted)
                Refusal = Describe(certificate, chain, errors);
            return isAccepted;
        };
    }

    private static string Describe(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
            return "the server showed no certificate";
        var reasons = errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? "it is for another host name" : Reasons(chain);
        return $"certificate \"{certificate.Subject}\" issued by \"{certificate.Issuer}\" is not trusted: {reasons}";
    }

    private static string Reasons(X509Chain? chain)
    {
        var reasons = new List<string>();
        foreach (var status in chain?.ChainStatus ?? [])
            reasons.Add(status.Status.ToString());
        return reasons.Count > 0 ? string.Join(", ", reasons) : "its chain is not complete";
    }
}
