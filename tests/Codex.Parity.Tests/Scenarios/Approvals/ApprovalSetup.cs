using System.Text.Json;
using System.Text.Json.Nodes;
using Codex.AppServer.Protocol;
using Codex.Engine;
using Codex.Execution.Escalation;
using Codex.Execution.Policy.Rules;
using Codex.Execution.Policy.Rules.Amendments;
using Codex.Execution.Policy.Rules.Loading;
using Codex.Parity.Tests.Harness.AppServer;
using Codex.Protocol.Permissions;
using Codex.TestSupport.Running;
using Codex.TestSupport.Scripts;
using Codex.Tools.BuiltIn.Commands;

namespace Codex.Parity.Tests.Scenarios.Approvals;

/// <summary>Configures both app-servers for a scenario with questions.</summary>
internal static class ApprovalSetup
{
    /// <summary>The scenario as both app-servers take it.</summary>
    internal static AppServerScenario Of(ApprovalScenario scenario, Func<string, string?> reply) => new()
    {
        Steps = [],
        Reply = reply,
        Features = $"""
            unified_exec = {Word(scenario.UnifiedExec)}
            exec_permission_approvals = {Word(scenario.OffersAdditionalPermissions)}
            request_permissions_tool = {Word(scenario.RequestsPermissions)}
            shell_zsh_fork = {Word(scenario.PatchedShell is not null)}
            """,
        Sections = """
            [sandbox_workspace_write]
            exclude_slash_tmp = true
            exclude_tmpdir_env_var = true
            """,
        Requirements = scenario.IsFiltered
            ? """
              [experimental_network]
              enabled = true
              allow_local_binding = true
              [experimental_network.domains]
              "denied.test" = "deny"
              """
            : null,
        Options = (options, place) => Options(options, place, scenario),
    };

    /// <summary>The parameters of <c>thread/start</c>.</summary>
    internal static JsonObject Thread(ApprovalScenario scenario, string workspace)
    {
        var parameters = OutputItem.Json(("cwd", workspace), ("approvalPolicy", JsonNode.Parse(Policy(scenario))), ("sandbox", "workspace-write"));
        if (scenario.IsReviewed)
            parameters["approvalsReviewer"] = "auto_review";
        return parameters;
    }

    /// <summary>The parameters with which the user approves the command that was reviewed last.</summary>
    internal static JsonObject Approval(string threadId, IReadOnlyList<JsonObject> messages)
    {
        var review = messages.Last(static message => (string?)message["method"] == "item/autoApprovalReview/completed")["params"]!;
        var action = review["action"]!;
        return OutputItem.Json(("threadId", threadId), ("event", OutputItem.Json(
            ("id", (string)review["reviewId"]!),
            ("turn_id", (string)review["turnId"]!),
            ("status", (string)review["review"]!["status"]!),
            ("action", OutputItem.Json(
                ("type", "command"), ("source", "unified_exec"), ("command", (string)action["command"]!), ("cwd", (string)action["cwd"]!))))));
    }

    private static ThreadStartOptions Options(ThreadStartOptions options, AppServerPlace place, ApprovalScenario scenario)
    {
        var rulesFile = Path.Combine(place.Home, "rules", "default.rules");
        var start = JsonSerializer.Deserialize($$"""{"approvalPolicy":{{Policy(scenario)}} }""", AppServerJson.Default.ThreadStartParams)!;
        return options with
        {
            ApprovalPolicy = start.ApprovalPolicy!,
            AutoReview = new AutoReviewOptions
            {
                Reviewer = scenario.IsReviewed ? ApprovalsReviewer.AutoReview : ApprovalsReviewer.User,
                Model = options.ResolveModel("codex-auto-review"),
            },
            PermissionProfile = PermissionProfiles.WorkspaceWrite([], NetworkSandboxPolicy.Restricted, true, true).WithWorkspaceRoots([place.Workspace]),
            Tools = new BuiltInToolOptions
            {
                Rules = new CommandRulesStore(File.Exists(rulesFile) ? RuleFiles.Load([place.Home]) : CommandRules.Empty, rulesFile),
                UnifiedExec = scenario.UnifiedExec,
                OffersAdditionalPermissions = scenario.OffersAdditionalPermissions,
                RequestsPermissions = scenario.RequestsPermissions,
                PatchedShell = scenario.PatchedShell is { } shell ? new PatchedShell(shell, Wrapper(place.Home), OurCodex.Executable) : null,
                Network = scenario.IsFiltered
                    ? new() { EndsBlockedCommands = true, AllowsLocalAddresses = true, DeniedHosts = ["denied.test"], UsesUpstreamProxy = false }
                    : null,
            },
        };
    }

    private static string Wrapper(string home)
    {
        var link = Path.Combine(home, ExecveWrapper.Name);
        if (!File.Exists(link))
            File.CreateSymbolicLink(link, OurCodex.Executable);
        return link;
    }

    private static string Policy(ApprovalScenario scenario) => scenario.Policy.StartsWith('{') ? scenario.Policy : $"\"{scenario.Policy}\"";

    private static string Word(bool value) => value ? "true" : "false";
}
