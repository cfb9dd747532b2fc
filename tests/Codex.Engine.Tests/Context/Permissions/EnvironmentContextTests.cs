using System.Collections.Immutable;
using Codex.Engine.Context.Permissions;
using Codex.Protocol.Permissions;
using Codex.Protocol.Rollouts;

namespace Codex.Engine.Tests.Context.Permissions;

/// <summary>The expected messages were sent by codex-cli 0.136.0.</summary>
public sealed class EnvironmentContextTests
{
    [Fact]
    public void A_read_only_turn_is_described_as_the_original_describes_it() => Assert.Equal(
        """
        <environment_context>
          <cwd>/w/repo</cwd>
          <shell>bash</shell>
          <current_date>2026-11-21</current_date>
          <timezone>Etc/UTC</timezone>
          <filesystem><workspace_roots><root>/w/repo</root></workspace_roots><permission_profile type="managed"><file_system type="restricted"><entry access="read"><special>:root</special></entry></file_system></permission_profile></filesystem>
        </environment_context>
        """,
        EnvironmentContext.From(Turn(PermissionProfile.ReadOnly), ["local"], "bash").Render());

    [Fact]
    public void Workspace_roots_are_spelled_out_and_an_entry_is_listed_once()
    {
        var profile = PermissionProfiles.WorkspaceWrite(["/w/other"], NetworkSandboxPolicy.Enabled, excludeTmpdirEnvVar: false, excludeSlashTmp: true)
            .WithWorkspaceRoots(["/w/repo", "/w/other"]);

        Assert.Contains(
            "<filesystem><workspace_roots><root>/w/repo</root><root>/w/other</root></workspace_roots><permission_profile type=\"managed\"><file_system type=\"restricted\"><entry access=\"read\"><special>:root</special></entry><entry access=\"write\"><path>/w/repo</path></entry><entry access=\"write\"><path>/w/other</path></entry><entry access=\"write\"><special>:tmpdir</special></entry><entry access=\"read\"><path>/w/repo/.git</path></entry><entry access=\"read\"><path>/w/other/.git</path></entry><entry access=\"read\"><path>/w/repo/.agents</path></entry><entry access=\"read\"><path>/w/other/.agents</path></entry><entry access=\"read\"><path>/w/repo/.codex</path></entry><entry access=\"read\"><path>/w/other/.codex</path></entry></file_system></permission_profile></filesystem>",
            EnvironmentContext.From(Turn(profile, "/w/repo", "/w/other"), ["local"], "bash").Render(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("disabled", "unrestricted")]
    [InlineData("external", "external")]
    public void Profiles_without_our_sandbox_have_a_short_form(string type, string fileSystem)
    {
        PermissionProfile profile = type == "disabled" ? new PermissionProfile.Disabled() : new PermissionProfile.External(NetworkSandboxPolicy.Enabled);

        Assert.Contains(
            $"<permission_profile type=\"{type}\"><file_system type=\"{fileSystem}\" /></permission_profile>",
            EnvironmentContext.From(Turn(profile), ["local"], "bash").Render(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Denials_patterns_depth_and_special_characters_are_written_safely()
    {
        var profile = new PermissionProfile.Managed(
            new ManagedFileSystemPermissions.Restricted([new(new FileSystemPath.Glob("/a&b/**/<x>'\""), FileSystemAccessMode.Deny)]) { GlobScanMaxDepth = 2 },
            NetworkSandboxPolicy.Restricted);

        Assert.Contains(
            "<file_system type=\"restricted\" glob_scan_max_depth=\"2\"><entry access=\"deny\" escalatable=\"false\"><glob>/a&amp;b/**/&lt;x&gt;&apos;&quot;</glob></entry></file_system>",
            EnvironmentContext.From(Turn(profile), ["local"], "bash").Render(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_turn_repeats_only_when_something_but_the_shell_changed()
    {
        var turn = Turn(PermissionProfile.ReadOnly);

        Assert.Null(EnvironmentContext.Change(turn, turn, ["local"], "zsh"));
        Assert.Equal(
            """
            <environment_context>
              <current_date>2026-11-22</current_date>
              <timezone>Etc/UTC</timezone>
              <filesystem><workspace_roots><root>/w/repo</root></workspace_roots><permission_profile type="managed"><file_system type="restricted"><entry access="read"><special>:root</special></entry></file_system></permission_profile></filesystem>
            </environment_context>
            """,
            EnvironmentContext.Change(turn, turn with { CurrentDate = "2026-11-22" }, ["local"], "bash")!.Render());
        Assert.Contains("<cwd>/w/else</cwd>\n  <shell>bash</shell>", EnvironmentContext.Change(turn, turn with { Cwd = "/w/else" }, ["local"], "bash")!.Render(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_from_before_profiles_is_compared_by_what_it_means()
    {
        var old = Turn(PermissionProfile.ReadOnly) with { PermissionProfile = null, WorkspaceRoots = null };

        Assert.Null(EnvironmentContext.Change(old, Turn(PermissionProfile.ReadOnly), ["local"], "bash"));
    }

    [Fact]
    public void Several_environments_and_subagents_get_their_own_blocks()
    {
        var context = new EnvironmentContext { Environments = [new("a", "/x", "bash"), new("b", "/y", "sh")], Subagents = "one\ntwo" };

        Assert.Equal(
            """
            <environment_context>
              <environments>
                <environment id="a">
                  <cwd>/x</cwd>
                  <shell>bash</shell>
                </environment>
                <environment id="b">
                  <cwd>/y</cwd>
                  <shell>sh</shell>
                </environment>
              </environments>
              <subagents>
                one
                two
              </subagents>
            </environment_context>
            """,
            context.Render());
    }

    private static TurnContextItem Turn(PermissionProfile profile, params string[] roots) => new()
    {
        Cwd = "/w/repo",
        WorkspaceRoots = ImmutableArray.Create(roots is [] ? ["/w/repo"] : roots),
        CurrentDate = "2026-11-21",
        Timezone = "Etc/UTC",
        ApprovalPolicy = AskForApproval.Never,
        SandboxPolicy = new SandboxPolicy.ReadOnly(),
        PermissionProfile = profile,
        Model = "gpt-5.5",
    };
}
