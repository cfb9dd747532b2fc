namespace Codex.Protocol.Approvals;

/// <summary>A rule about a host that an answer adds.</summary>
/// <param name="Host">The host that was asked about.</param>
/// <param name="Allows">Whether it is allowed; denied otherwise.</param>
public sealed record NetworkPolicyAmendment(string Host, bool Allows);
