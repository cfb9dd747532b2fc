using Codex.Parity.Tests.Harness;
using Codex.Parity.Tests.Harness.AppServer;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>What the model is told about the sandbox: modes, roots, commands that are allowed, paths that are hidden.</summary>
public sealed class PermissionTextScenarios
{
    private const string Rules = """
        prefix_rule(pattern=["git", "status"], decision="allow")
        prefix_rule(pattern=["npm", ["run", "ci"]], decision="allow")
        prefix_rule(pattern=["ls"], decision="allow")
        prefix_rule(pattern=["a b", "c'd \"e\""], decision="allow")
        prefix_rule(pattern=["rm"], decision="forbidden")
        prefix_rule(pattern=["curl"], decision="prompt")
        """;

    [Theory]
    [InlineData("approval_policy = \"on-request\"")]
    [InlineData("approval_policy = \"untrusted\"")]
    [InlineData("approval_policy = \"on-failure\"")]
    [InlineData("approval_policy = \"never\"")]
    [InlineData("approval_policy = \"on-request\"\nsandbox_mode = \"workspace-write\"")]
    [InlineData("approval_policy = \"on-request\"\nsandbox_mode = \"danger-full-access\"")]
    [InlineData("approval_policy = { granular = { sandbox_approval = true, rules = false, mcp_elicitations = true, request_permissions = true, skill_approval = false } }")]
    [InlineData("approval_policy = { granular = { sandbox_approval = false, rules = true, mcp_elicitations = false } }")]
    [InlineData("sandbox_mode = \"workspace-write\"\nsandbox_workspace_write = { network_access = true, writable_roots = [\"{home}\"], exclude_slash_tmp = true }")]
    [InlineData("default_permissions = \"p\"\npermissions.p.filesystem.\":root\" = \"read\"\npermissions.p.filesystem.\":workspace_roots\" = { \".\" = \"write\", \"secrets\" = \"none\", \"**/*.key\" = \"none\" }\npermissions.p.filesystem.glob_scan_max_depth = 3")]
    public Task The_text(string config) => BothPrograms.AgreeOnAsync(
        new Scenario
        {
            Runs = [new Invocation { Arguments = ["debug", "prompt-input", "hi"] }],
            Config = config,
            OutputView = PromptInputScenarios.Items,
            Home = static home =>
            {
                Directory.CreateDirectory(Path.Combine(home, "rules"));
                File.WriteAllText(Path.Combine(home, "rules", "default.rules"), Rules);
            },
        },
        $"permission_text_{config}");

    [Theory]
    [InlineData("restricted")]
    [InlineData("enabled")]
    public Task A_sandbox_of_somebody_else(string network) => BothAppServers.AgreeOnAsync(new AppServerScenario
    {
        Script = static () => [Model.Produces(OutputItem.Exec("c1", "sleep 0.5; touch made && ls; touch ../made && echo outside; sleep 0.3")), Model.Says("ok")],
        Steps = [AppServerStep.Turn("go", $$$""","sandboxPolicy":{"type":"externalSandbox","networkAccess":"{{{network}}}"}""")],
    }, $"external_{network}");
}
