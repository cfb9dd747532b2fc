using Codex.Engine.Context.Permissions;
using Codex.Protocol.Permissions;

namespace Codex.Engine.Tests.Context.Permissions;

/// <summary>Tags, section order and list lines are compared with codex-cli 0.136.0; the prose is our own.</summary>
public sealed class PermissionsInstructionsTests
{
    [Fact]
    public void The_text_names_mode_network_and_policy_and_ends_with_the_sorted_roots()
    {
        var profile = PermissionProfiles.WorkspaceWrite([], NetworkSandboxPolicy.Restricted, excludeTmpdirEnvVar: false, excludeSlashTmp: true)
            .WithWorkspaceRoots(["/w/repo", "/w/other"]);
        var lines = PermissionsInstructions.Render(Input(profile) with { Paths = new("/w/repo", "/w/tmp") }).Split('\n');

        Assert.Equal("<permissions instructions>", lines[0]);
        Assert.Contains("`sandbox_mode` is `workspace-write`", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("Network access is restricted.", lines[1], StringComparison.Ordinal);
        Assert.Contains("`never`", lines[2], StringComparison.Ordinal);
        Assert.Equal(" The writable roots are `/w/other`, `/w/repo`, `/w/tmp`.", lines[3]);
        Assert.Equal("</permissions instructions>", lines[4]);
        Assert.Equal(5, lines.Length);
    }

    [Fact]
    public void One_root_is_named_in_the_singular_and_none_is_not_named()
    {
        var profile = PermissionProfiles.WorkspaceWrite([], NetworkSandboxPolicy.Enabled, excludeTmpdirEnvVar: true, excludeSlashTmp: true);

        Assert.Contains("\n The writable root is `/w`.\n", PermissionsInstructions.Render(Input(profile)), StringComparison.Ordinal);
        Assert.DoesNotContain("writable root", PermissionsInstructions.Render(Input(PermissionProfile.ReadOnly)), StringComparison.Ordinal);
        Assert.Contains("`danger-full-access`", PermissionsInstructions.Render(Input(new PermissionProfile.Disabled())), StringComparison.Ordinal);
    }

    [Fact]
    public void Approved_prefixes_are_sorted_by_length_then_size()
    {
        var text = PermissionsInstructions.Render(Input(PermissionProfile.ReadOnly) with
        {
            ApprovalPolicy = AskForApproval.OnRequest,
            ApprovedPrefixes = [["git", "status"], ["touch"], ["ls"], ["git", "log"]],
        });

        Assert.Contains("## Approved command prefixes\n", text, StringComparison.Ordinal);
        Assert.Contains("- [\"ls\"]\n- [\"touch\"]\n- [\"git\", \"log\"]\n- [\"git\", \"status\"]\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_of_prefixes_is_cut()
    {
        IReadOnlyList<IReadOnlyList<string>> prefixes = [.. Enumerable.Range(0, 200).Select(index => (IReadOnlyList<string>)[$"tool-{index}", new string('x', 500)])];

        var text = PermissionsInstructions.Render(Input(PermissionProfile.ReadOnly) with { ApprovalPolicy = AskForApproval.OnRequest, ApprovedPrefixes = prefixes });

        Assert.True(text.Length < 10_000, "the list is bounded");
        Assert.Contains("[more prefixes are not shown]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Denied_paths_and_patterns_are_listed()
    {
        var profile = new PermissionProfile.Managed(
            new ManagedFileSystemPermissions.Restricted(
            [
                FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Root, FileSystemAccessMode.Read),
                FileSystemSandboxEntry.ForPath("/w/secret", FileSystemAccessMode.Deny),
                new(new FileSystemPath.Glob("/w/**/*.env"), FileSystemAccessMode.Deny),
            ]),
            NetworkSandboxPolicy.Restricted);

        var text = PermissionsInstructions.Render(Input(profile));

        Assert.Contains("## Denied filesystem reads\n", text, StringComparison.Ordinal);
        Assert.Contains("\n- path `/w/secret`\n- glob `/w/**/*.env`\n</permissions", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_granular_policy_lists_each_kind_on_its_side()
    {
        var text = PermissionsInstructions.Render(Input(PermissionProfile.ReadOnly) with
        {
            ApprovalPolicy = AskForApproval.ForGranular(new(SandboxApproval: true, Rules: false, SkillApproval: false, RequestPermissions: true, McpElicitations: true)),
            Reviewer = ApprovalsReviewer.AutoReview,
        });

        Assert.Contains("- `sandbox_approval`\n- `mcp_elicitations`\n\n", text, StringComparison.Ordinal);
        Assert.Contains("- `rules`\n- `skill_approval`\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("`request_permissions`", text, StringComparison.Ordinal);
        Assert.Contains("`approvals_reviewer` is `auto_review`", text, StringComparison.Ordinal);
    }

    private static PermissionsInput Input(PermissionProfile profile) => new()
    {
        Profile = profile,
        ApprovalPolicy = AskForApproval.Never,
        Paths = new("/w", null),
    };
}
