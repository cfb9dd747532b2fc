using Codex.Execution.Policy.Rules;

namespace Codex.Execution.Approvals;

/// <summary>A network access that no rule allows.</summary>
/// <param name="Host">Name or address, as the command spelled it.</param>
/// <param name="Port">The port.</param>
/// <param name="Protocol">How it is to be reached.</param>
public sealed record NetworkApprovalRequest(string Host, int Port, NetworkProtocol Protocol);
