namespace Codex.Protocol.Approvals;

/// <summary>The network access that a question is about.</summary>
/// <param name="Host">The host.</param>
/// <param name="Protocol">How it is to be reached.</param>
public sealed record NetworkApprovalContext(string Host, NetworkApprovalProtocol Protocol);
