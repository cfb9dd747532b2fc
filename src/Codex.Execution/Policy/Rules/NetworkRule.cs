namespace Codex.Execution.Policy.Rules;

/// <summary>A rule about one host.</summary>
/// <param name="Host">Its name or address: in lower case, without port and brackets.</param>
/// <param name="Protocol">How it is reached.</param>
/// <param name="Decision">What the rule says.</param>
/// <param name="Justification">Why.</param>
public sealed record NetworkRule(string Host, NetworkProtocol Protocol, RuleDecision Decision, string? Justification);
