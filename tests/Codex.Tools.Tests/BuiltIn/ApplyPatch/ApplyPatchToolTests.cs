using System.Text.Json;
using Codex.Protocol.Events;
using Codex.Protocol.Permissions;
using Codex.Protocol.Turns;
using Codex.TestSupport.Files;
using Codex.TestSupport.Time;
using Codex.Tools.BuiltIn.ApplyPatch;

namespace Codex.Tools.Tests.BuiltIn.ApplyPatch;

public sealed class ApplyPatchToolTests : IDisposable
{
    private static readonly PermissionProfile s_workspace = PermissionProfiles.WorkspaceWrite(
        [], NetworkSandboxPolicy.Restricted, excludeTmpdirEnvVar: true, excludeSlashTmp: true);

    private readonly TempDirectory _directory = new();
    private readonly PatchSession _session = new(new ManualClock());

    public void Dispose() => _directory.Dispose();

    private RecordingHost Host(PermissionProfile? profile = null, AskForApproval? approval = null) =>
        new(_directory.Root, profile ?? s_workspace, approval ?? AskForApproval.Never);

    private async Task<(string Text, bool Success)> CallAsync(RecordingHost host, string body)
    {
        var call = new ToolCall("c1", new ToolName("apply_patch"), new ToolPayload.Custom($"*** Begin Patch\n{body}\n*** End Patch\n"));
        var output = await new ApplyPatchTool(_session).InvokeAsync(call, host, TestContext.Current.CancellationToken);
        return (output.Body!.Text!, output.Success);
    }

    [Fact]
    public async Task A_patch_is_applied_and_told()
    {
        _directory.Write("f.txt", "a\n");
        var host = Host();

        var (text, success) = await CallAsync(host, "*** Update File: f.txt\n@@\n-a\n+b");

        Assert.True(success);
        Assert.Equal("Exit code: 0\nWall time: 0 seconds\nOutput:\nSuccess. Updated the following files:\nM f.txt\n", text);
        var started = Assert.IsType<FileChangeTurnItem>(Assert.IsType<ItemStartedEvent>(host.Events[0]).Item);
        Assert.Equal(("c1", null, true), (started.Id, started.Status, started.AutoApproved));
        var completed = Assert.IsType<FileChangeTurnItem>(Assert.IsType<ItemCompletedEvent>(host.Events[1]).Item);
        Assert.Equal((PatchApplyStatus.Completed, "Success. Updated the following files:\nM f.txt\n", ""), (completed.Status, completed.StandardOutput, completed.StandardError));
        Assert.Equal(new UpdateFileChange("@@ -1 +1 @@\n-a\n+b\n", null), completed.Changes[_directory["f.txt"]]);
        Assert.Single(Assert.Single(host.Patches).Changes.Changes);
    }

    [Theory]
    [InlineData("*** Update File: no\n@@\n-a", "apply_patch verification failed: Failed to read file to update {0}/no: No such file or directory (os error 2)")]
    [InlineData("*** Frob", "apply_patch verification failed: invalid hunk at line 2, '*** Frob' is not a valid hunk header. Valid hunk headers: '*** Add File: {path}', '*** Delete File: {path}', '*** Update File: {path}'")]
    [InlineData("*** Environment ID: box\n*** Add File: a", "apply_patch environment selection is unavailable for this turn")]
    [InlineData("*** Add File: ../outside\n+a", "patch rejected: writing outside of the project; rejected by user approval settings")]
    [InlineData("*** Add File: .git/config\n+a", "patch rejected: writing outside of the project; rejected by user approval settings")]
    public async Task What_cannot_be_applied_is_told_without_a_change(string body, string expected)
    {
        var host = Host();
        var (text, success) = await CallAsync(host, body);
        Assert.Equal((expected.Replace("{0}", _directory.Root, StringComparison.Ordinal), false), (text, success));
        Assert.Empty(host.Events);
        Assert.Empty(Directory.GetFileSystemEntries(_directory.Root));
    }

    [Theory]
    [InlineData("*** Update File: x.pem\n@@\n-canary\n+b")]
    [InlineData("*** Update File: secrets/../x.pem\n@@\n-canary\n+b")]
    [InlineData("*** Update File: link\n@@\n-canary\n+b")]
    [InlineData("*** Update File: way/key\n@@\n-canary\n+b")]
    [InlineData("*** Delete File: x.pem")]
    [InlineData("*** Delete File: secrets/key")]
    [InlineData("*** Add File: x.pem\n+b")]
    [InlineData("*** Add File: new.pem\n+b")]
    [InlineData("*** Update File: x.pem\n*** Move to: y.txt\n@@\n-canary\n+b")]
    [InlineData("*** Update File: plain\n*** Move to: x.pem\n@@\n-text\n+b")]
    [InlineData("*** Update File: copy\n@@\n-canary\n+b")]
    [InlineData("*** Update File: .agentsignore\n@@\n-*.pem\n+b")]
    [InlineData("*** Delete File: .agentsignore")]
    [InlineData("*** Update File: .agentsignore\n*** Move to: y.txt\n@@\n-*.pem\n+b")]
    public async Task A_patch_leaves_alone_what_agents_are_kept_from(string body)
    {
        _directory.Write(".agentsignore", "*.pem\n/secrets/\n");
        _directory.Write("x.pem", "canary\n");
        _directory.Write("secrets/key", "canary\n");
        _directory.Write("plain", "text\n");
        File.CreateSymbolicLink(_directory["link"], "x.pem");
        Directory.CreateSymbolicLink(_directory["way"], "secrets");
        using (var link = System.Diagnostics.Process.Start("ln", [_directory["x.pem"], _directory["copy"]]))
            await link.WaitForExitAsync(TestContext.Current.CancellationToken);
        var before = Directory.GetFileSystemEntries(_directory.Root).Order().ToArray();
        var host = Host();

        var (text, success) = await CallAsync(host, body);

        Assert.False(success);
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        Assert.Empty(host.Events);
        Assert.Equal(before, Directory.GetFileSystemEntries(_directory.Root).Order());
        Assert.Equal("canary\n", File.ReadAllText(_directory["x.pem"]));
        Assert.Equal("*.pem\n/secrets/\n", File.ReadAllText(_directory[".agentsignore"]));
    }

    [Fact]
    public async Task A_patch_reads_nothing_that_the_permissions_deny()
    {
        _directory.Write("a.env", "canary\n");
        var denied = new PermissionProfile.Managed(
            new ManagedFileSystemPermissions.Restricted(
            [
                FileSystemSandboxEntry.ForSpecial(FileSystemSpecialPath.Root, FileSystemAccessMode.Write),
                new FileSystemSandboxEntry(new FileSystemPath.Glob("**/*.env"), FileSystemAccessMode.Deny),
            ]),
            NetworkSandboxPolicy.Restricted);

        var (text, _) = await CallAsync(Host(denied, AskForApproval.OnFailure), "*** Update File: a.env\n@@\n-canary\n+b");

        Assert.Equal($"apply_patch verification failed: Failed to read file to update {_directory["a.env"]}: Permission denied (os error 13)", text);
    }

    [Fact]
    public async Task An_empty_patch_is_rejected()
    {
        var call = new ToolCall("c1", new ToolName("apply_patch"), new ToolPayload.Custom("*** Begin Patch\n*** End Patch"));
        var output = await new ApplyPatchTool(_session).InvokeAsync(call, Host(), TestContext.Current.CancellationToken);
        Assert.Equal("patch rejected: empty patch", output.Body!.Text);
    }

    [Fact]
    public async Task A_read_only_sandbox_takes_no_patch() =>
        Assert.Equal(
            ("patch rejected: writing is blocked by read-only sandbox; rejected by user approval settings", false),
            await CallAsync(Host(PermissionProfile.ReadOnly), "*** Add File: a\n+b"));

    [Fact]
    public async Task Without_a_sandbox_every_path_is_taken()
    {
        var outside = _directory.Create("outside");
        var inside = _directory.Create("inside");
        var host = new RecordingHost(inside, new PermissionProfile.Disabled(), AskForApproval.Never);
        Assert.True((await CallAsync(host, "*** Add File: ../outside/a\n+b")).Success);
        Assert.True(File.Exists(Path.Combine(outside, "a")));
    }

    [Fact]
    public async Task A_patch_that_nobody_can_approve_is_declined()
    {
        var host = Host(approval: AskForApproval.UnlessTrusted);
        Assert.Equal(("patch rejected by user", false), await CallAsync(host, "*** Add File: a\n+b"));
        Assert.Equal(PatchApplyStatus.Declined, Assert.IsType<FileChangeTurnItem>(Assert.IsType<ItemCompletedEvent>(host.Events[1]).Item).Status);
        Assert.False(File.Exists(_directory["a"]));
    }

    [Fact]
    public async Task A_link_out_of_the_workspace_is_not_followed()
    {
        var outside = _directory.Write("outside/f.txt", "a\n");
        var inside = _directory.Create("inside");
        File.CreateSymbolicLink(Path.Combine(inside, "link"), outside);
        var host = new RecordingHost(inside, s_workspace, AskForApproval.Never);

        var (text, success) = await CallAsync(host, "*** Update File: link\n@@\n-a\n+b");

        Assert.Equal(($"Exit code: 1\nWall time: 0 seconds\nOutput:\nFailed to write file {inside}/link\n", false), (text, success));
        Assert.Equal("a\n", File.ReadAllText(outside));
    }

    [Fact]
    public async Task A_workspace_spelled_through_a_link_is_writable()
    {
        _directory.Create("real");
        Directory.CreateSymbolicLink(_directory["alias"], "real");
        var host = new RecordingHost(_directory["alias"], s_workspace, AskForApproval.Never);
        Assert.True((await CallAsync(host, "*** Add File: a\n+b")).Success);
        Assert.True(File.Exists(_directory["real/a"]));
    }

    [Fact]
    public async Task A_patch_in_a_command_is_applied_in_its_directory()
    {
        _directory.Create("sub");
        var host = Host();
        string[] command = ["/bin/bash", "-lc", "cd sub && apply_patch <<'EOF'\n*** Begin Patch\n*** Add File: a\n+b\n*** End Patch\nEOF"];
        var output = await _session.InterceptAsync(command, _directory.Root, "c1", host, TestContext.Current.CancellationToken);
        Assert.True(output!.Success);
        Assert.Equal("b\n", File.ReadAllText(_directory["sub/a"]));
        Assert.Null(await _session.InterceptAsync(["bash", "-lc", "ls"], _directory.Root, "c2", host, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_function_call_is_not_taken()
    {
        var call = new ToolCall("c1", new ToolName("apply_patch"), new ToolPayload.Function("{}"));
        Assert.Null((await new ApplyPatchTool(_session).InvokeAsync(call, Host(), TestContext.Current.CancellationToken)).Body);
    }

    [Fact]
    public void The_model_sees_a_custom_tool_with_a_grammar()
    {
        using var json = JsonDocument.Parse(new ApplyPatchTool(_session).Describe(new ToolContext(Host().Settings)).Json);
        var root = json.RootElement;
        Assert.Equal(["type", "name", "description", "format"], root.EnumerateObject().Select(member => member.Name));
        Assert.Equal("custom", root.GetProperty("type").GetString());
        var format = root.GetProperty("format");
        Assert.Equal("lark", format.GetProperty("syntax").GetString());
        Assert.StartsWith("start: begin_patch hunk+ end_patch\n", format.GetProperty("definition").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("\n%import common.LF\n", format.GetProperty("definition").GetString(), StringComparison.Ordinal);
    }
}
