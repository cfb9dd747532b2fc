namespace Codex.Execution.Network.Upstream;

/// <summary>A proxy between us and the internet.</summary>
/// <param name="Host">Its host.</param>
/// <param name="Port">Its port.</param>
/// <param name="Credential">The value of the header <c>Proxy-Authorization</c>; null when it asks for none.</param>
internal sealed record UpstreamProxy(string Host, int Port, string? Credential);
