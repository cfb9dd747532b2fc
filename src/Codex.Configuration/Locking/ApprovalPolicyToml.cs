using Codex.Formats.Toml;
using Codex.Protocol.Permissions;

namespace Codex.Configuration.Locking;

/// <summary>An approval policy as configuration files write it.</summary>
internal static class ApprovalPolicyToml
{
    public static TomlValue Write(AskForApproval policy) => policy.Granular is not { } granular
        ? new TomlString(policy.Name)
        : new TomlTable
        {
            ["granular"] = new TomlTable
            {
                ["sandbox_approval"] = new TomlBoolean(granular.SandboxApproval),
                ["rules"] = new TomlBoolean(granular.Rules),
                ["skill_approval"] = new TomlBoolean(granular.SkillApproval),
                ["request_permissions"] = new TomlBoolean(granular.RequestPermissions),
                ["mcp_elicitations"] = new TomlBoolean(granular.McpElicitations),
            },
        };
}
