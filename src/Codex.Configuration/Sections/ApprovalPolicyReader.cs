using Codex.Configuration.Reading;
using Codex.Formats.Toml;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Sections;

/// <summary>Reads <c>approval_policy</c>: a word, or a table with the granular switches.</summary>
internal static class ApprovalPolicyReader
{
    private const string Key = "approval_policy";

    private static readonly string[] s_words = ["untrusted", "on-failure", "on-request", "granular", "never"];

    public static AskForApproval? Read(TableReader table)
    {
        if (table.UnionCase(Key, s_words) is not { } index)
            return null;
        var word = s_words[index];
        if (word != "granular")
            return table.IsUnit(Key) ? AskForApproval.Find(word) : null;
        return table.Raw(Key) is not TomlTable union
            ? table.Reject<AskForApproval>(Key, "invalid type: unit variant, expected newtype variant")
            : table.Case(Key, word, union.Entries[0].Value, "struct GranularApprovalConfig", static t => AskForApproval.ForGranular(ReadGranular(t)));
    }

    /// <summary>An element of a list of policies.</summary>
    public static AskForApproval? ReadItem(TomlValue item, ReadContext context)
    {
        var (word, content) = item switch
        {
            TomlString text => (text.Value, null),
            TomlTable { Count: 1 } union => (union.Entries[0].Key, union.Entries[0].Value),
            _ => (null, null),
        };
        if (word is null)
            context.Report(ValueText.NotAWord(item, context));
        else if (!s_words.Contains(word))
            context.Report($"unknown variant `{word}`, {ValueText.OneOf(s_words)}");
        else if (content is TomlTable table && word == "granular")
            return AskForApproval.ForGranular(TableReader.Read(table, context, ReadGranular));
        else if (content is null && AskForApproval.Find(word) is { } policy)
            return policy;
        else
            context.Report("invalid type: unit variant, expected newtype variant");
        return null;
    }

    private static GranularApprovalConfig ReadGranular(TableReader table) => new(
        SandboxApproval: table.RequiredBoolean("sandbox_approval"),
        Rules: table.RequiredBoolean("rules"),
        SkillApproval: table.Boolean("skill_approval") ?? false,
        RequestPermissions: table.Boolean("request_permissions") ?? false,
        McpElicitations: table.RequiredBoolean("mcp_elicitations"));
}
