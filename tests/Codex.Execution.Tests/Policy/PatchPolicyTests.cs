using Codex.Execution.Policy;
using Codex.Protocol.Permissions;

namespace Codex.Execution.Tests.Policy;

public sealed class PatchPolicyTests
{
    private static readonly PermissionProfile s_workspace = PermissionProfiles.WorkspaceWrite(
        [], NetworkSandboxPolicy.Restricted, excludeTmpdirEnvVar: true, excludeSlashTmp: true);

    [Theory]
    [InlineData("a.txt")]
    [InlineData("/w/sub/../b.txt")]
    public void A_patch_inside_the_workspace_is_applied(string path) =>
        Assert.IsType<PatchVerdict.Apply>(Evaluate(s_workspace, AskForApproval.Never, path));

    [Theory]
    [InlineData("/elsewhere/a.txt")]
    [InlineData("../a.txt")]
    [InlineData(".git/config")]
    [InlineData(".codex/config.toml")]
    public void A_patch_that_leaves_the_workspace_is_rejected_when_nobody_can_be_asked(string path) => Assert.Equal(
        new PatchVerdict.Rejected("writing outside of the project; rejected by user approval settings"),
        Evaluate(s_workspace, AskForApproval.Never, "a.txt", path));

    [Fact]
    public void A_read_only_sandbox_has_its_own_words() => Assert.Equal(
        new PatchVerdict.Rejected("writing is blocked by read-only sandbox; rejected by user approval settings"),
        Evaluate(PermissionProfile.ReadOnly, AskForApproval.Never, "a.txt"));

    [Fact]
    public void The_user_is_asked_where_the_policy_allows_it()
    {
        Assert.IsType<PatchVerdict.Prompt>(Evaluate(s_workspace, AskForApproval.OnRequest, "/elsewhere/a"));
        Assert.IsType<PatchVerdict.Prompt>(Evaluate(s_workspace, AskForApproval.UnlessTrusted, "a"));
        Assert.IsType<PatchVerdict.Prompt>(Evaluate(s_workspace, AskForApproval.OnFailure, "/elsewhere/a"));
    }

    [Fact]
    public void Full_access_patches_anything_and_an_empty_patch_is_rejected()
    {
        Assert.IsType<PatchVerdict.Apply>(Evaluate(new PermissionProfile.Disabled(), AskForApproval.Never, "/etc/x"));
        Assert.Equal(new PatchVerdict.Rejected("empty patch"), Evaluate(s_workspace, AskForApproval.Never));
    }

    private static PatchVerdict Evaluate(PermissionProfile profile, AskForApproval approval, params string[] paths) =>
        PatchPolicy.Evaluate(paths, profile, approval, new("/w", null));
}
