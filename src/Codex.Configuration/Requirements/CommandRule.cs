using Codex.Configuration.Reading;

namespace Codex.Configuration.Requirements;

/// <summary>An element of <c>[[rules.prefix_rules]]</c>: commands that start with these words are asked about or forbidden.</summary>
/// <param name="Pattern">For each word of the beginning the words that fit.</param>
/// <param name="Decision">prompt or forbidden; null and allow are refused.</param>
/// <param name="Justification">Why, for the user.</param>
public sealed record CommandRule(IReadOnlyList<CommandRuleToken> Pattern, string? Decision, string? Justification)
{
    internal static IReadOnlyList<CommandRule>? ReadAll(TableReader table) => table.Section("rules", "struct RequirementsExecPolicyToml", ReadList);

    private static IReadOnlyList<CommandRule> ReadList(TableReader table)
    {
        if (table.Raw("prefix_rules") is null)
            table.Missing("prefix_rules");
        return table.Sections("prefix_rules", "struct RequirementsExecPolicyPrefixRuleToml", Read) ?? [];
    }

    private static CommandRule Read(TableReader table)
    {
        if (table.Raw("pattern") is null)
            table.Missing("pattern");
        return new CommandRule(
            table.Sections("pattern", "struct RequirementsExecPolicyPatternTokenToml", CommandRuleToken.Read) ?? [],
            table.Word("decision", "allow", "prompt", "forbidden"),
            table.String("justification"));
    }
}
