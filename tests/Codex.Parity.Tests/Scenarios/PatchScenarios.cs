using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>apply_patch, as a tool and inside shell commands.</summary>
public sealed class PatchScenarios
{
    [Theory]
    [InlineData("add", "*** Add File: new/deep.txt\n+one\n+two")]
    [InlineData("add_empty", "*** Add File: empty.txt")]
    [InlineData("add_over", "*** Add File: a.txt\n+replaced")]
    [InlineData("update", "*** Update File: a.txt\n@@\n alpha\n-beta\n+BETA\n gamma")]
    [InlineData("update_context", "*** Update File: code.c\n@@ int second()\n-  return 1;\n+  return 2;")]
    [InlineData("append", "*** Update File: a.txt\n@@\n+at the end")]
    [InlineData("end_of_file", "*** Update File: a.txt\n@@\n-gamma\n+omega\n*** End of File")]
    [InlineData("two_hunks", "*** Update File: a.txt\n@@\n-alpha\n+ALPHA\n@@\n-gamma\n+GAMMA")]
    [InlineData("unicode_dash", "*** Update File: dash.txt\n@@\n-a - b \"c\"\n+done")]
    [InlineData("move", "*** Update File: a.txt\n*** Move to: moved/b.txt\n@@\n-beta\n+b")]
    [InlineData("delete", "*** Delete File: a.txt")]
    [InlineData("all_three", "*** Delete File: dash.txt\n*** Add File: n.txt\n+n\n*** Update File: a.txt\n@@\n-beta\n+b")]
    [InlineData("no_lines", "*** Update File: a.txt\n@@\n-nothing like this\n+x")]
    [InlineData("no_context", "*** Update File: a.txt\n@@ int nowhere()\n-beta\n+x")]
    [InlineData("no_file", "*** Update File: missing.txt\n@@\n-a\n+b")]
    [InlineData("delete_missing", "*** Delete File: missing.txt")]
    [InlineData("delete_directory", "*** Delete File: dir")]
    [InlineData("bad_header", "*** Frob File: a")]
    [InlineData("empty_update", "*** Update File: a.txt")]
    [InlineData("nothing", "")]
    [InlineData("bad_line", "*** Update File: a.txt\n@@\n-beta\nwhat\n+b")]
    [InlineData("late_failure", "*** Add File: early.txt\n+e\n*** Update File: a.txt\n@@\n-zeta\n+z")]
    [InlineData("under_a_file", "*** Add File: a.txt/below.txt\n+x")]
    [InlineData("outside", "*** Add File: ../../outside.txt\n+x")]
    public Task A_patch(string name, string body) => BothPrograms.AgreeOnAsync(
        Patching(Model.Produces(OutputItem.Patch("c1", $"*** Begin Patch\n{(body.Length == 0 ? "" : body + "\n")}*** End Patch\n"))), $"patch_{name}");

    [Fact]
    public Task A_patch_whose_context_differs_in_white_space() => BothPrograms.AgreeOnAsync(
        Patching(Model.Produces(OutputItem.Patch("c1", "*** Begin Patch\n*** Update File: a.txt\n@@\n   alpha  \n-beta\t\n+x\n*** End Patch"))) with
        {
            Deviations =
            [
                new Deviation("PAT-01", Facet.Files, line => line.StartsWith("a.txt ", StringComparison.Ordinal)),
                new Deviation("PAT-01", Facet.Rollouts, line => line.Contains("patch_apply_end", StringComparison.Ordinal)),
            ],
        });

    [Theory]
    [InlineData("no_begin", "*** Update File: a.txt\n@@\n-beta\n+b\n*** End Patch")]
    [InlineData("no_end", "*** Begin Patch\n*** Update File: a.txt\n@@\n-beta\n+b")]
    [InlineData("heredoc", "<<'EOF'\n*** Begin Patch\n*** Update File: a.txt\n@@\n-beta\n+b\n*** End Patch\nEOF")]
    [InlineData("spaces", "\n  *** Begin Patch  \n*** Update File: a.txt  \n@@\n-beta\n+b\n  *** End Patch\n\n")]
    [InlineData("words", "please change the file")]
    public Task A_patch_envelope(string name, string patch) =>
        BothPrograms.AgreeOnAsync(Patching(Model.Produces(OutputItem.Patch("c1", patch))), $"envelope_{name}");

    [Theory]
    [InlineData("heredoc", "apply_patch <<'EOF'\n*** Begin Patch\n*** Update File: a.txt\n@@\n-beta\n+b\n*** End Patch\nEOF\n")]
    [InlineData("applypatch", "applypatch <<'EOF'\n*** Begin Patch\n*** Add File: s.txt\n+s\n*** End Patch\nEOF")]
    [InlineData("cd", "cd dir && apply_patch <<'EOF'\n*** Begin Patch\n*** Add File: s.txt\n+s\n*** End Patch\nEOF")]
    [InlineData("bad", "apply_patch <<'EOF'\n*** Begin Patch\n*** Update File: a.txt\n@@\n-zeta\n+b\n*** End Patch\nEOF")]
    [InlineData("raw", "*** Begin Patch\n*** Add File: s.txt\n+s\n*** End Patch")]
    public Task A_patch_in_a_command(string name, string command) => BothPrograms.AgreeOnAsync(
        Patching(Model.Produces(OutputItem.Exec("c1", command))), $"command_patch_{name}");

    [Fact]
    public Task Two_patches_in_one_response() => BothPrograms.AgreeOnAsync(Patching(Model.Produces(
        OutputItem.Patch("c1", "*** Begin Patch\n*** Update File: a.txt\n@@\n-alpha\n+A\n*** End Patch"),
        OutputItem.Patch("c2", "*** Begin Patch\n*** Update File: a.txt\n@@\n-gamma\n+G\n*** End Patch"))));

    [Fact]
    public Task Patches_in_human_form() => BothPrograms.AgreeOnAsync(Scenario.Human(
        Model.Produces(OutputItem.Patch("c1", "*** Begin Patch\n*** Add File: n.txt\n+one\n+two\n*** Update File: a.txt\n@@\n-beta\n+b\n*** End Patch")),
        Model.Produces(OutputItem.Patch("c2", "*** Begin Patch\n*** Delete File: dash.txt\n*** End Patch")),
        Model.Says("ok")) with
    { Workspace = Prepare });

    [Fact]
    public Task A_patch_that_fails_half_way_in_human_form() => BothPrograms.AgreeOnAsync(Scenario.Human(
        Model.Produces(OutputItem.Patch("c1", "*** Begin Patch\n*** Add File: n.txt\n+one\n*** Add File: a.txt/x\n+b\n*** End Patch")),
        Model.Says("ok")) with
    { Workspace = Prepare });

    [Fact]
    public Task A_patch_within_a_workspace_sandbox() => BothPrograms.AgreeOnAsync(Sandboxed("workspace-write", "n.txt"));

    [Fact]
    public Task A_patch_outside_the_workspace() => BothPrograms.AgreeOnAsync(Sandboxed("workspace-write", "../outside.txt"));

    [Fact]
    public Task A_patch_under_a_protected_directory() => BothPrograms.AgreeOnAsync(Sandboxed("workspace-write", ".git/hooks/evil"));

    [Fact]
    public Task A_patch_in_a_read_only_sandbox() => BothPrograms.AgreeOnAsync(Sandboxed("read-only", "n.txt"));

    private static Scenario Patching(Codex.TestSupport.Http.Reply call) => Scenario.Json(call, Model.Says("ok")) with { Workspace = Prepare };

    private static Scenario Sandboxed(string mode, string path) => Scenario.Turn(
        ["--json", "-s", mode, "do it"],
        Model.Produces(OutputItem.Patch("c1", $"*** Begin Patch\n*** Add File: {path}\n+x\n*** End Patch")),
        Model.Says("ok")) with
    { Workspace = workspace => Directory.CreateDirectory(Path.Combine(workspace, ".git", "hooks")) };

    private static void Prepare(string workspace)
    {
        File.WriteAllText(Path.Combine(workspace, "a.txt"), "alpha\nbeta\ngamma\n");
        File.WriteAllText(Path.Combine(workspace, "dash.txt"), "a – b “c”\n");
        File.WriteAllText(Path.Combine(workspace, "code.c"), "int first()\n{\n  return 1;\n}\n\nint second()\n{\n  return 1;\n}\n");
        Directory.CreateDirectory(Path.Combine(workspace, "dir"));
    }
}
