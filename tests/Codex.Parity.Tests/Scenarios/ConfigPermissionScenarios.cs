using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Named permission profiles: how they are selected, what the model is told about them, what commands can do under them.</summary>
public sealed class ConfigPermissionScenarios
{
    private const string Selected = "default_permissions = \"p\"";

    [Theory]
    [InlineData("[permissions.p.filesystem]\n\":root\" = \"read\"\n\":workspace_roots\" = \"write\"")]
    [InlineData("[permissions.p.filesystem]\nglob_scan_max_depth = 2\n\":root\" = \"read\"\n\"/var/tmp/**/*.env\" = \"deny\"")]
    [InlineData("[permissions.p.filesystem]\n\":root\" = \"read\"\n\":workspace_roots\" = { \"src/**\" = \"deny\" }")]
    [InlineData("[permissions.p.filesystem]\n\":root\" = \"read\"\n[permissions.p.network]\nenabled = true")]
    [InlineData("[permissions.p]\nextends = \":workspace\"\n[permissions.p.filesystem]\n\"/opt\" = \"write\"")]
    [InlineData("[permissions.p]\nextends = \"q\"\n[permissions.q]\nextends = \":read-only\"\n[permissions.q.filesystem]\n\"/opt\" = \"write\"\n[permissions.p.filesystem]\n\"/opt\" = \"deny\"")]
    [InlineData("[permissions.p.workspace_roots]\n\"more\" = true\n\"/opt/x\" = true\n\"/off\" = false\n[permissions.p.filesystem]\n\":workspace_roots\" = \"write\"\n\":root\" = \"read\"")]
    [InlineData("[permissions.p.filesystem]\n\":future\" = \"read\"\n\":future2\" = { a = \"read\" }\n\":root\" = \"read\"")]
    public Task A_profile(string tables) => BothPrograms.AgreeOnAsync(Turn(tables), $"profile_{tables}");

    [Fact]
    public Task A_profile_without_the_whole_disk() => BothPrograms.AgreeOnAsync(
        Turn("[permissions.p.filesystem]\n\":minimal\" = \"read\"\n\":workspace_roots\" = { \".\" = \"write\", \"docs\" = \"read\", \"**/*.env\" = \"deny\" }\n\"/srv\" = \"read\"\n\"~/x\" = \"write\"") with
        {
            Without = [Facet.Requests, Facet.Rollouts],
        });

    [Theory]
    [InlineData("[permissions.p]\nextends = \"p\"")]
    [InlineData("[permissions.p]\nextends = \"q\"\n[permissions.q]\nextends = \"p\"")]
    [InlineData("[permissions.q]")]
    [InlineData("")]
    [InlineData("[permissions.p]\nextends = \":danger-full-access\"")]
    [InlineData("[permissions.p.filesystem]\n\"rel\" = \"read\"")]
    [InlineData("[permissions.p.filesystem]\n\"/a\" = { \"../x\" = \"read\" }")]
    [InlineData("[permissions.p.filesystem]\n\"/a\" = { \"./x\" = \"read\" }")]
    [InlineData("[permissions.p.filesystem]\n\"/a\" = { \"\" = \"read\" }")]
    [InlineData("[permissions.p.filesystem]\n\":root\" = { \"*.x\" = \"deny\" }")]
    [InlineData("[permissions.p.filesystem]\n\":tmpdir\" = { \"*.x\" = \"read\" }")]
    [InlineData("[permissions.p.filesystem]\n\"*.x\" = \"deny\"")]
    [InlineData("[permissions.p.filesystem]\n\"/a/*.txt\" = \"write\"")]
    [InlineData("[permissions.p.filesystem]\n\"/a\" = \"maybe\"")]
    [InlineData("[permissions.p.filesystem]\n\"/a\" = { b = \"maybe\" }")]
    [InlineData("[permissions.p.filesystem]\nglob_scan_max_depth = 0\n\"/a\" = \"read\"")]
    [InlineData("[permissions.p]\nfilesystem = 3")]
    [InlineData("[permissions.p]\nworkspace_roots = { a = \"b\" }")]
    [InlineData("[permissions.p.network]\nmode = \"open\"")]
    [InlineData("[permissions.p.network]\nenabled = \"yes\"")]
    [InlineData("[permissions.p.network]\ndomains = { \"a.b\" = \"maybe\" }")]
    [InlineData("[permissions.p.network.mitm]\nfoo = 1")]
    [InlineData("[permissions.p.network.mitm.hooks.a]\nhost = \"x\"")]
    [InlineData("[permissions.p.network.mitm.actions.a]")]
    [InlineData("[permissions.\":p\"]")]
    public Task A_profile_that_cannot_be_used(string tables) => BothPrograms.AgreeOnAsync(Turn(tables), $"bad_profile_{tables}");

    [Theory]
    [InlineData("default_permissions = \":workspace\"", "")]
    [InlineData("default_permissions = \":read-only\"", "")]
    [InlineData("default_permissions = \":danger-full-access\"", "")]
    [InlineData("default_permissions = \":nope\"", "")]
    [InlineData("default_permissions = \":workspace\"", "-s read-only")]
    [InlineData("sandbox_mode = \"read-only\"", "-c default_permissions=\"p\"")]
    [InlineData("sandbox_mode = \"read-only\"\ndefault_permissions = \"p\"", "")]
    [InlineData("default_permissions = \"p\"", "-c sandbox_mode=read-only")]
    [InlineData("default_permissions = \"p\"", "--add-dir /opt")]
    [InlineData("", "")]
    [InlineData("", "-s workspace-write")]
    public Task A_selection(string top, string arguments) => BothPrograms.AgreeOnAsync(
        Scenario.Turn([.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), "hi"], Model.Says("ok")) with
        {
            Config = top,
            Tables = "[permissions.p.filesystem]\n\":root\" = \"read\"\n\":workspace_roots\" = \"write\"",
        },
        $"selection_{top}_{arguments}");

    [Fact]
    public Task Commands_under_a_profile() => BothPrograms.AgreeOnAsync(
        Scenario.Turn(
            ["--json", "hi"],
            Model.Produces(OutputItem.Exec("c1", "echo a > src/a.txt; echo b > docs/b.txt; cat secret/k.env 2>/dev/null; cat src/a.txt; ls")),
            Model.Says("ok")) with
        {
            Config = Selected + "\napproval_policy = \"never\"",
            Tables = "[permissions.p.filesystem]\nglob_scan_max_depth = 3\n\":root\" = \"read\"\n\":workspace_roots\" = { \".\" = \"write\", docs = \"read\", \"secret/*.env\" = \"deny\" }",
            Workspace = workspace =>
            {
                foreach (var name in new[] { "src", "docs", "secret" })
                    Directory.CreateDirectory(Path.Combine(workspace, name));
                File.WriteAllText(Path.Combine(workspace, "secret", "k.env"), "KEY=1\n");
            },
        });

    private static Scenario Turn(string tables) => Scenario.Turn(["hi"], Model.Says("ok")) with { Config = Selected, Tables = tables };
}
