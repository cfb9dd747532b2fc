namespace Codex.Backend.Http.Probing;

/// <summary>Looks whether extra certificates can be used.</summary>
public static class CertificateCheck
{
    /// <summary>Why the certificates that a variable names cannot be used; null when they can.</summary>
    public static string? Problem(string variable, string path)
    {
        try
        {
            foreach (var certificate in CertificateFile.Load(variable, path))
                certificate.Dispose();
            return null;
        }
        catch (CertificateFileException exception)
        {
            return exception.Message;
        }
    }
}
