namespace Codex.Protocol.Permissions;

/// <summary>The classes of requests of the granular policy: false rejects without asking.</summary>
/// <param name="SandboxApproval">Commands that ask for escalation or more permissions.</param>
/// <param name="Rules">Commands that a rule says to ask about.</param>
/// <param name="SkillApproval">Scripts of skills.</param>
/// <param name="RequestPermissions">The request_permissions tool.</param>
/// <param name="McpElicitations">Questions from MCP servers.</param>
public sealed record GranularApprovalConfig(
    bool SandboxApproval,
    bool Rules,
    bool SkillApproval,
    bool RequestPermissions,
    bool McpElicitations);
