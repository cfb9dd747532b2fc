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

    private static GranularApprovalConfig ReadGranular(TableReader table) => new(
        SandboxApproval: table.RequiredBoolean("sandbox_approval"),
        Rules: table.RequiredBoolean("rules"),
        SkillApproval: table.Boolean("skill_approval") ?? false,
        RequestPermissions: table.Boolean("request_permissions") ?? false,
        McpElicitations: table.RequiredBoolean("mcp_elicitations"));
}
