using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Codex.Backend.Http;

/// <summary>
/// Reads certificates in PEM form: one, a bundle, or all files of a directory. Blocks of OpenSSL's form for trusted
/// certificates count, too; keys and revocation lists in between do not matter.
/// </summary>
internal static class CertificateFile
{
    private const string Plain = "CERTIFICATE";
    private const string Trusted = "TRUSTED CERTIFICATE";

    /// <summary>All certificates of the file or directory that a variable names.</summary>
    /// <exception cref="CertificateFileException">It cannot be read or holds no certificate.</exception>
    public static X509Certificate2Collection Load(string variable, string path)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            foreach (var file in Directory.Exists(path) ? Directory.GetFiles(path) : [path])
                Add(certificates, File.ReadAllText(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException or AsnContentException)
        {
            throw new CertificateFileException($"the certificates of {path}, which {variable} names, cannot be read: {exception.Message}", exception);
        }

        return certificates.Count > 0
            ? certificates
            : throw new CertificateFileException($"{path}, which {variable} names, holds no certificate in PEM form", cause: null);
    }

    private static void Add(X509Certificate2Collection certificates, ReadOnlySpan<char> text)
    {
        while (PemEncoding.TryFind(text, out var block))
        {
            if (text[block.Label] is Plain or Trusted)
                certificates.Add(Decode(text[block.Base64Data]));
            text = text[block.Location.End..];
        }
    }

    // A trusted certificate goes on behind the certificate itself with what it is trusted for.
    private static X509Certificate2 Decode(ReadOnlySpan<char> base64)
    {
        var data = Convert.FromBase64String(base64.ToString());
        AsnDecoder.ReadEncodedValue(data, AsnEncodingRules.BER, out _, out _, out var length);
        return X509CertificateLoader.LoadCertificate(data.AsSpan(0, length));
    }
}
