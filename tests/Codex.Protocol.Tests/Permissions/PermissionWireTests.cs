using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Codex.Protocol.Permissions;

namespace Codex.Protocol.Tests.Permissions;

public sealed class PermissionWireTests
{
    [Theory]
    [InlineData("\"untrusted\"")]
    [InlineData("\"on-failure\"")]
    [InlineData("\"on-request\"")]
    [InlineData("\"never\"")]
    [InlineData("{\"granular\":{\"sandbox_approval\":true,\"rules\":false,\"skill_approval\":true,\"request_permissions\":false,\"mcp_elicitations\":true}}")]
    public void Approval_policies_survive_a_round_trip(string json) =>
        RoundTrip(json, PermissionWireTestJson.Default.AskForApproval);

    [Theory]
    [InlineData("{\"type\":\"danger-full-access\"}")]
    [InlineData("{\"type\":\"read-only\"}")]
    [InlineData("{\"type\":\"read-only\",\"network_access\":true}")]
    [InlineData("{\"type\":\"external-sandbox\",\"network_access\":\"enabled\"}")]
    [InlineData("{\"type\":\"workspace-write\",\"network_access\":false,\"exclude_tmpdir_env_var\":false,\"exclude_slash_tmp\":false}")]
    [InlineData("{\"type\":\"workspace-write\",\"writable_roots\":[\"/a\"],\"network_access\":true,\"exclude_tmpdir_env_var\":true,\"exclude_slash_tmp\":true}")]
    public void Legacy_policies_survive_a_round_trip(string json) =>
        RoundTrip(json, PermissionWireTestJson.Default.SandboxPolicy);

    [Theory]
    [InlineData("{\"type\":\"disabled\"}")]
    [InlineData("{\"type\":\"external\",\"network\":\"enabled\"}")]
    [InlineData("{\"type\":\"managed\",\"file_system\":{\"type\":\"unrestricted\"},\"network\":\"restricted\"}")]
    [InlineData("{\"type\":\"managed\",\"file_system\":{\"type\":\"restricted\",\"entries\":[{\"path\":{\"type\":\"special\",\"value\":{\"kind\":\"project_roots\",\"subpath\":\".git\"}},\"access\":\"read\"},{\"path\":{\"type\":\"glob_pattern\",\"pattern\":\"**/*.env\"},\"access\":\"deny\"},{\"path\":{\"type\":\"path\",\"path\":\"/a\"},\"access\":\"write\"},{\"path\":{\"type\":\"special\",\"value\":{\"kind\":\"unknown\",\"path\":\":new\",\"subpath\":\"x\"}},\"access\":\"read\"}],\"glob_scan_max_depth\":3},\"network\":\"restricted\"}")]
    public void Profiles_survive_a_round_trip(string json) =>
        RoundTrip(json, PermissionWireTestJson.Default.PermissionProfile);

    [Theory]
    [InlineData("{\"kind\":\"unrestricted\"}")]
    [InlineData("{\"kind\":\"external-sandbox\"}")]
    [InlineData("{\"kind\":\"restricted\",\"glob_scan_max_depth\":2,\"entries\":[{\"path\":{\"type\":\"special\",\"value\":{\"kind\":\"root\"}},\"access\":\"read\"}]}")]
    public void File_system_policies_survive_a_round_trip(string json) =>
        RoundTrip(json, PermissionWireTestJson.Default.FileSystemSandboxPolicy);

    [Theory]
    [InlineData("{\"read\":[\"/a\"],\"write\":[\"/b\",\"/c\"]}")]
    [InlineData("{}")]
    [InlineData("{\"entries\":[{\"path\":{\"type\":\"path\",\"path\":\"/a\"},\"access\":\"deny\"}]}")]
    [InlineData("{\"glob_scan_max_depth\":4}")]
    public void Additional_file_permissions_keep_the_form_that_their_content_selects(string json) =>
        RoundTrip(json, PermissionWireTestJson.Default.FileSystemPermissions);

    [Fact]
    public void Absent_parts_of_additional_permissions_are_written_as_null()
    {
        var json = JsonSerializer.Serialize(new(new(null), null), PermissionWireTestJson.Default.AdditionalPermissionProfile);

        Assert.Equal("{\"network\":{\"enabled\":null},\"file_system\":null}", json);
    }

    [Fact]
    public void Auto_review_is_written_with_the_older_word_and_read_with_both()
    {
        var info = PermissionWireTestJson.Default.ApprovalsReviewer;

        Assert.Same(ApprovalsReviewer.AutoReview, JsonSerializer.Deserialize("\"auto_review\"", info));
        RoundTrip("\"guardian_subagent\"", info);
    }

    [Fact]
    public void A_profile_from_before_the_tag_is_read()
    {
        var profile = JsonSerializer.Deserialize(
            "{\"network\":{\"enabled\":true},\"file_system\":{\"write\":[\"/a\"]}}", PermissionWireTestJson.Default.PermissionProfile);

        Assert.Equal(
            new PermissionProfile.Managed(
                new ManagedFileSystemPermissions.Restricted([FileSystemSandboxEntry.ForPath("/a", FileSystemAccessMode.Write)]),
                NetworkSandboxPolicy.Enabled),
            profile);
    }

    [Theory]
    [InlineData("{\"type\":\"managed\",\"network\":\"sometimes\",\"file_system\":{\"type\":\"unrestricted\"}}")]
    [InlineData("{\"type\":\"newer\"}")]
    [InlineData("{\"type\":\"managed\",\"network\":\"enabled\"}")]
    [InlineData("{\"netwrok\":null}")]
    [InlineData("\"disabled\"")]
    public void A_profile_that_is_not_understood_is_an_error_and_never_a_permission(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, PermissionWireTestJson.Default.PermissionProfile));

    [Fact]
    public void A_tag_may_come_last_and_old_spellings_are_read()
    {
        var policy = JsonSerializer.Deserialize(
            "{\"entries\":[{\"access\":\"none\",\"path\":{\"value\":{\"kind\":\"current_working_directory\"},\"type\":\"special\"}}],\"kind\":\"restricted\"}",
            PermissionWireTestJson.Default.FileSystemSandboxPolicy);

        Assert.Equal(
            FileSystemSandboxPolicy.Restricted([FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.ProjectRoots(null), FileSystemAccessMode.Deny)]),
            policy);
    }

    [Fact]
    public void An_active_profile_leaves_out_a_missing_parent() =>
        RoundTrip("{\"id\":\":workspace\"}", PermissionWireTestJson.Default.ActivePermissionProfile);

    private static void RoundTrip<T>(string json, JsonTypeInfo<T> info)
        where T : class
    {
        var value = JsonSerializer.Deserialize(json, info)!;

        Assert.Equal(json, JsonSerializer.Serialize(value, info));
        Assert.Equal(value, JsonSerializer.Deserialize(json, info));
    }
}
