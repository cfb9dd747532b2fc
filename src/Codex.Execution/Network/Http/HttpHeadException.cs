namespace Codex.Execution.Network.Http;

/// <summary>The other side does not speak HTTP/1 as it must between a client and a proxy.</summary>
/// <param name="status">What a client is answered.</param>
/// <param name="message">Why.</param>
internal sealed class HttpHeadException(int status, string message) : Exception(message)
{
    internal int Status { get; } = status;
}
