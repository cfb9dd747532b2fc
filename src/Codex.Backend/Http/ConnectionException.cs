namespace Codex.Backend.Http;

/// <summary>A connection could not be made, and it is known why: the message names host, variable or file, never a secret.</summary>
public sealed class ConnectionException(string message, Exception cause) : HttpRequestException(message, cause);
