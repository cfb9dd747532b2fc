using Codex.Formats.Starlark;

namespace Codex.Execution.Policy.Rules.Loading;

/// <summary>An example that its rule does not bear out.</summary>
/// <param name="message">Which.</param>
/// <param name="call">Where the rule is defined.</param>
internal sealed class FailedExampleException(string message, StarlarkSpan call) : Exception(message)
{
    public StarlarkSpan Call => call;
}
