namespace Codex.Backend.Http;

/// <summary>The file with extra certificates cannot be used; the message names it and its variable.</summary>
internal sealed class CertificateFileException(string message, Exception? cause) : Exception(message, cause);
