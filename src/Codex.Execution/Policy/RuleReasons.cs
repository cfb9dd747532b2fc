using Codex.Execution.Policy.Rules;
using Codex.Formats.Bash;

namespace Codex.Execution.Policy;

/// <summary>Words the decision of a rule; of several rules the one with the longest prefix, the last of equals.</summary>
internal static class RuleReasons
{
    /// <summary>Why a command must not run.</summary>
    public static string Forbidden(IReadOnlyList<string> command, IEnumerable<JudgedCommand> judged) => MostSpecific(judged, RuleDecision.Forbidden) switch
    {
        null => $"`{ShellQuoting.Join(command)}` rejected: blocked by policy",
        { Justification: { } justification } => $"`{ShellQuoting.Join(command)}` rejected: {justification}",
        var match => $"`{ShellQuoting.Join(command)}` rejected: policy forbids commands starting with `{ShellQuoting.Join(match.Prefix)}`",
    };

    /// <summary>What the user is told about a question that a rule demands; null when none does.</summary>
    public static string? Prompt(IReadOnlyList<string> command, IEnumerable<JudgedCommand> judged) => MostSpecific(judged, RuleDecision.Prompt) switch
    {
        null => null,
        { Justification: { } justification } => $"`{ShellQuoting.Join(command)}` requires approval: {justification}",
        _ => $"`{ShellQuoting.Join(command)}` requires approval by policy",
    };

    private static RuleMatch? MostSpecific(IEnumerable<JudgedCommand> judged, RuleDecision decision)
    {
        RuleMatch? best = null;
        foreach (var match in judged.SelectMany(static part => part.Matches))
        {
            if (match.Decision == decision && match.Prefix.Length >= (best?.Prefix.Length ?? 0))
            {
                best = match;
            }
        }

        return best;
    }
}
