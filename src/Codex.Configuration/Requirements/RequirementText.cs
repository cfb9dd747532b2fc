using Codex.Protocol.Permissions;

namespace Codex.Configuration.Requirements;

/// <summary>Values as messages about requirements show them: by their names in the original's source.</summary>
internal static class RequirementText
{
    /// <summary>The only profile that is ever fallen back to.</summary>
    public const string ReadOnlyProfile =
        "Managed { file_system: Restricted { entries: [FileSystemSandboxEntry { path: Special { value: Root }, access: Read }], "
        + "glob_scan_max_depth: None }, network: Restricted }";

    public static string Refusal(string field, string candidate, string allowed, string source) =>
        $"invalid value for `{field}`: `{candidate}` is not in the allowed set {allowed} (set by {source})";

    public static string List<T>(IEnumerable<T> values)
        where T : struct, Enum => $"[{string.Join(", ", values)}]";

    public static string List(IEnumerable<string> names) => $"[{string.Join(", ", names)}]";

    public static string Name(AskForApproval policy) => policy.Name switch
    {
        "untrusted" => "UnlessTrusted",
        "on-failure" => "OnFailure",
        "on-request" => "OnRequest",
        "never" => "Never",
        _ => $"Granular(GranularApprovalConfig {{ {Switches(policy.Granular!)} }})",
    };

    public static string Name(ApprovalsReviewer reviewer) => reviewer == ApprovalsReviewer.AutoReview ? "AutoReview" : "User";

    public static string WindowsSandbox(string word) => word == "elevated" ? "Elevated" : "Unelevated";

    private static string Switches(GranularApprovalConfig config) => string.Join(
        ", ",
        $"sandbox_approval: {Flag(config.SandboxApproval)}",
        $"rules: {Flag(config.Rules)}",
        $"skill_approval: {Flag(config.SkillApproval)}",
        $"request_permissions: {Flag(config.RequestPermissions)}",
        $"mcp_elicitations: {Flag(config.McpElicitations)}");

    private static string Flag(bool value) => value ? "true" : "false";
}
