using Codex.Execution.Policy.Rules;

namespace Codex.Execution.Network;

/// <summary>A command wants to reach a host.</summary>
/// <param name="Protocol">How.</param>
/// <param name="Host">The host, normalised.</param>
/// <param name="Port">The port.</param>
/// <param name="Method">The method of HTTP; null for SOCKS.</param>
public sealed record NetworkRequest(NetworkProtocol Protocol, string Host, int Port, string? Method)
{
    /// <summary>The call whose command it is; null when nobody said.</summary>
    public string? CallId { get; init; }

    /// <summary>The client's address in its own network; null when it has none.</summary>
    public string? Client { get; init; }
}
