using System.Text.Json;
using Codex.Protocol.Permissions;

namespace Codex.Protocol.Tests.Permissions;

/// <summary>The expected JSON was written by codex-cli 0.136.0 into turn context lines.</summary>
public sealed class PermissionProfileTests
{
    private const string Root = "{\"path\":{\"type\":\"special\",\"value\":{\"kind\":\"root\"}},\"access\":\"read\"}";
    private const string SlashTmp = "{\"path\":{\"type\":\"special\",\"value\":{\"kind\":\"slash_tmp\"}},\"access\":\"write\"}";
    private const string Tmpdir = "{\"path\":{\"type\":\"special\",\"value\":{\"kind\":\"tmpdir\"}},\"access\":\"write\"}";

    [Fact]
    public void Workspace_roots_replace_their_name_entry_by_entry()
    {
        var profile = Workspace().WithWorkspaceRoots(["/w/repo", "/w/other"]);

        Assert.Equal(
            "{\"type\":\"managed\",\"file_system\":{\"type\":\"restricted\",\"entries\":["
                + string.Join(',', Root, Path("/w/repo", "write"), Path("/w/other", "write"), SlashTmp, Tmpdir, Metadata("/w/repo", "/w/other"))
                + "]},\"network\":\"restricted\"}",
            JsonSerializer.Serialize(profile, PermissionWireTestJson.Default.PermissionProfile));
    }

    [Fact]
    public void Configured_roots_are_listed_beside_the_workspace_and_network_and_exclusions_are_kept()
    {
        var profile = PermissionProfiles.WorkspaceWrite(["/w/other"], NetworkSandboxPolicy.Enabled, excludeTmpdirEnvVar: false, excludeSlashTmp: true)
            .WithWorkspaceRoots(["/w/proj", "/w/other"]);

        Assert.Equal(
            "{\"type\":\"managed\",\"file_system\":{\"type\":\"restricted\",\"entries\":["
                + string.Join(',', Root, Path("/w/proj", "write"), Path("/w/other", "write"), Tmpdir, Path("/w/other", "write"), Metadata("/w/proj", "/w/other"))
                + "]},\"network\":\"enabled\"}",
            JsonSerializer.Serialize(profile, PermissionWireTestJson.Default.PermissionProfile));
        Assert.Equal(
            "{\"type\":\"workspace-write\",\"writable_roots\":[\"/w/other\"],\"network_access\":true,\"exclude_tmpdir_env_var\":false,\"exclude_slash_tmp\":true}",
            JsonSerializer.Serialize(profile.ToLegacy("/w/proj")!, PermissionWireTestJson.Default.SandboxPolicy));
        Assert.Equal(profile.FileSystem(), profile.BeyondLegacy("/w/proj"));
    }

    [Fact]
    public void The_legacy_policy_says_everything_about_read_only_and_full_access()
    {
        Assert.Equal(new SandboxPolicy.ReadOnly(), PermissionProfile.ReadOnly.ToLegacy("/w"));
        Assert.Null(PermissionProfile.ReadOnly.BeyondLegacy("/w"));
        Assert.Equal(new SandboxPolicy.DangerFullAccess(), new PermissionProfile.Disabled().ToLegacy("/w"));
        Assert.Null(new PermissionProfile.Disabled().BeyondLegacy("/w"));
    }

    [Theory]
    [InlineData("{\"type\":\"danger-full-access\"}")]
    [InlineData("{\"type\":\"read-only\",\"network_access\":true}")]
    [InlineData("{\"type\":\"external-sandbox\",\"network_access\":\"enabled\"}")]
    [InlineData("{\"type\":\"workspace-write\",\"writable_roots\":[\"/a\"],\"network_access\":true,\"exclude_tmpdir_env_var\":true,\"exclude_slash_tmp\":false}")]
    public void A_legacy_policy_survives_the_way_through_a_profile(string json)
    {
        var policy = JsonSerializer.Deserialize(json, PermissionWireTestJson.Default.SandboxPolicy)!;

        Assert.Equal(policy, PermissionProfiles.FromLegacy(policy).ToLegacy("/w"));
    }

    [Fact]
    public void A_profile_that_writes_elsewhere_only_has_no_legacy_policy()
    {
        var profile = new PermissionProfile.Managed(
            new ManagedFileSystemPermissions.Restricted([FileSystemSandboxEntry.ForPath("/elsewhere", FileSystemAccessMode.Write)]),
            NetworkSandboxPolicy.Restricted);

        Assert.Null(profile.ToLegacy("/w"));
        Assert.Equal("custom permissions", PermissionSummary.Describe(profile, "/w", ["/w"]));
    }

    [Fact]
    public void Summaries_list_workspace_roots_and_not_the_roots_of_the_profile()
    {
        var profile = PermissionProfiles.WorkspaceWrite(["/internal"], NetworkSandboxPolicy.Enabled, excludeTmpdirEnvVar: false, excludeSlashTmp: true);

        Assert.Equal("workspace-write [workdir, $TMPDIR, /w/other] (network access enabled)", PermissionSummary.Describe(profile, "/w", ["/w", "/w/other"]));
        Assert.Equal("workspace-write [workdir, /tmp, $TMPDIR]", PermissionSummary.Describe(Workspace(), "/w", ["/w"]));
        Assert.Equal("read-only", PermissionSummary.Describe(PermissionProfile.ReadOnly, "/w", ["/w"]));
        Assert.Equal("danger-full-access", PermissionSummary.Describe(new PermissionProfile.Disabled(), "/w", ["/w"]));
        Assert.Equal(
            "external-sandbox (network access enabled)",
            PermissionSummary.Describe(new PermissionProfile.External(NetworkSandboxPolicy.Enabled), "/w", ["/w"]));
    }

    private static PermissionProfile Workspace() =>
        PermissionProfiles.WorkspaceWrite([], NetworkSandboxPolicy.Restricted, excludeTmpdirEnvVar: false, excludeSlashTmp: false);

    private static string Path(string path, string access) => $$"""{"path":{"type":"path","path":"{{path}}"},"access":"{{access}}"}""";

    private static string Metadata(params string[] roots) => string.Join(
        ',',
        new[] { ".git", ".agents", ".codex" }.SelectMany(name => roots.Select(root => Path($"{root}/{name}", "read"))));
}
