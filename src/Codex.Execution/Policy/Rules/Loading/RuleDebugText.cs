using System.Collections.Immutable;
using Codex.Formats.Starlark.Values;

namespace Codex.Execution.Policy.Rules.Loading;

/// <summary>Rules as the errors of the original show them: the debug form of its types.</summary>
internal static class RuleDebugText
{
    public static string Of(PrefixRule rule) =>
        $"PrefixRule {{ pattern: PrefixPattern {{ first: {Quote(rule.Program)}, rest: [{string.Join(", ", rule.Rest.Select(Of))}] }}, "
        + $"decision: {rule.Decision}, justification: {Optional(rule.Justification)} }}";

    public static string Of(RuleMatch match)
    {
        var program = match.ResolvedProgram is { } path ? $"Some(AbsolutePathBuf({Quote(path)}))" : "None";
        return $"PrefixRuleMatch {{ matched_prefix: {List(match.Prefix)}, decision: {match.Decision}, resolved_program: {program}, justification: {Optional(match.Justification)} }}";
    }

    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Quote))}]";

    private static string Of(ImmutableArray<string> alternatives) => alternatives is [var only] ? $"Single({Quote(only)})" : $"Alts({List(alternatives)})";

    private static string Optional(string? text) => text is null ? "None" : $"Some({Quote(text)})";

    private static string Quote(string text) => new StarlarkText(text).Representation;
}
