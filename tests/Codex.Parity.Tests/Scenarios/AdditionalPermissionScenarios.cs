using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Commands that ask for single permissions beyond their sandbox, where nobody can be asked.</summary>
public sealed class AdditionalPermissionScenarios
{
    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public Task The_tools_offer_them(string unifiedExec) => BothPrograms.AgreeOnAsync(
        Scenario.Turn(
            ["--json", "-c", "features.exec_permission_approvals=true", "-c", $"features.unified_exec={unifiedExec}", "hi"], Model.Says("ok")),
        $"additional_permissions_offered_{unifiedExec}");

    [Fact]
    public Task Nobody_can_be_asked() => BothPrograms.AgreeOnAsync(
        Scenario.Turn(
            ["--json", "-c", "features.exec_permission_approvals=true", "hi"],
            Model.Produces(OutputItem.Exec(
                "c1",
                "true",
                ("sandbox_permissions", "with_additional_permissions"),
                ("additional_permissions", OutputItem.Json(("network", OutputItem.Json(("enabled", true))))))),
            Model.Says("ok")),
        "additional_permissions_refused");
}
