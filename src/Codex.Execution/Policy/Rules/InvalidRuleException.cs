namespace Codex.Execution.Policy.Rules;

/// <summary>A rule that says nothing sensible.</summary>
/// <param name="message">What is wrong, in the words of the original.</param>
public sealed class InvalidRuleException(string message) : Exception(message);
