using Codex.Configuration.Reading;
using Codex.Configuration.Sections;
using Codex.Formats.Toml;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Requirements;

/// <summary>Reads the lists of allowed values.</summary>
internal static class RequirementWords
{
    private static readonly string[] s_sandboxModes = ["read-only", "workspace-write", "danger-full-access", "external-sandbox"];
    private static readonly string[] s_webSearchModes = ["disabled", "cached", "live"];
    private static readonly string[] s_reviewers = ["user", "auto_review", "guardian_subagent"];

    public static IReadOnlyList<AskForApproval>? Approvals(TableReader table) => table.List("allowed_approval_policies", ApprovalPolicyReader.ReadItem);

    public static IReadOnlyList<ApprovalsReviewer>? Reviewers(TableReader table) =>
        table.List("allowed_approvals_reviewers", static (item, context) => ApprovalsReviewer.Find(Word(item, context, s_reviewers)));

    public static IReadOnlyList<SandboxModeRequirement>? SandboxModes(TableReader table) =>
        Indexes(table, "allowed_sandbox_modes", s_sandboxModes) is { } indexes ? [.. indexes.Select(static index => (SandboxModeRequirement)index)] : null;

    public static IReadOnlyList<WebSearchMode>? WebSearchModes(TableReader table) =>
        Indexes(table, "allowed_web_search_modes", s_webSearchModes) is { } indexes ? [.. indexes.Select(static index => (WebSearchMode)index)] : null;

    public static IReadOnlyList<string>? WindowsSandboxes(TableReader table) => table.List(
        "allowed_sandbox_implementations", static (item, context) => Word(item, context, ["elevated", "unelevated"]));

    private static IEnumerable<int>? Indexes(TableReader table, string key, string[] words) =>
        table.List(key, (item, context) => Word(item, context, words))?.Select(word => Array.IndexOf(words, word));

    private static string? Word(TomlValue item, ReadContext context, ReadOnlySpan<string> words)
    {
        if (item is TomlString { Value: var word })
        {
            if (words.Contains(word))
                return word;
            context.Report($"unknown variant `{word}`, {ValueText.OneOf(words)}");
            return null;
        }

        context.Report(ValueText.NotAWord(item, context));
        return null;
    }
}
