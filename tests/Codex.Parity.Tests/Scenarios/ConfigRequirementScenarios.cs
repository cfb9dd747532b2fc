using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Files of administrators: each run sees a machine with its own <c>/etc/codex</c>.</summary>
public sealed class ConfigRequirementScenarios
{
    private const string Requirements = OwnMachine.Requirements;
    private const string Managed = "managed_config.toml";

    [Theory]
    [InlineData("allowed_approval_policies = [\"never\", \"on-request\"]", "", "")]
    [InlineData("allowed_approval_policies = [\"on-request\", \"untrusted\"]", "", "")]
    [InlineData("allowed_approval_policies = []", "", "")]
    [InlineData("allowed_approval_policies = [\"x\"]", "", "")]
    [InlineData("allowed_approval_policies = [{ granular = { sandbox_approval = true, rules = true, mcp_elicitations = false } }]", "", "")]
    [InlineData("allowed_approvals_reviewers = [\"auto_review\"]", "", "")]
    [InlineData("allowed_approvals_reviewers = [\"auto_review\"]", "approvals_reviewer = \"user\"", "")]
    [InlineData("allowed_approvals_reviewers = []", "", "")]
    [InlineData("allowed_sandbox_modes = [\"read-only\"]", "sandbox_mode = \"workspace-write\"", "")]
    [InlineData("allowed_sandbox_modes = [\"read-only\", \"workspace-write\"]", "", "-s danger-full-access")]
    [InlineData("allowed_sandbox_modes = [\"read-only\", \"workspace-write\"]\nallowed_approval_policies = [\"on-request\"]", "", "-s danger-full-access")]
    [InlineData("allowed_sandbox_modes = [\"workspace-write\"]", "", "")]
    [InlineData("allowed_sandbox_modes = \"read-only\"", "", "")]
    [InlineData("[[remote_sandbox_config]]\nhostname_patterns = [\"*\"]\nallowed_sandbox_modes = [\"read-only\"]", "sandbox_mode = \"workspace-write\"", "")]
    [InlineData("[[remote_sandbox_config]]\nhostname_patterns = [\"nobody.?.example\"]\nallowed_sandbox_modes = [\"read-only\"]", "sandbox_mode = \"workspace-write\"", "")]
    [InlineData("allowed_web_search_modes = [\"cached\"]", "web_search = \"live\"", "")]
    [InlineData("allowed_web_search_modes = [\"live\"]", "", "")]
    [InlineData("allowed_web_search_modes = []", "", "")]
    [InlineData("[features]\nshell_tool = false\ncollab = false\nnope = true\nauto_review = true", "", "")]
    [InlineData("[feature_requirements]\nshell_tool = false", "", "")]
    [InlineData("[features]\ncode_mode = false\ncode_mode_only = true", "", "")]
    [InlineData("allowed_permissions = [\"m\"]\n[permissions.m.filesystem]\n\":root\" = \"read\"", "sandbox_mode = \"workspace-write\"", "")]
    [InlineData("allowed_permissions = []", "", "")]
    [InlineData("allowed_permissions = [\"zz\"]", "", "")]
    [InlineData("[permissions.filesystem]\ndeny_read = [\"/secret\", \"/srv/**/*.key\"]", "sandbox_mode = \"workspace-write\"", "")]
    [InlineData("[permissions.filesystem]\ndeny_read = [\"secret\", \"./x/*.k\"]", "sandbox_mode = \"workspace-write\"", "")]
    [InlineData("[permissions.filesystem]\ndeny_read = [\"/secret\"]", "", "-s danger-full-access")]
    [InlineData("[permissions.filesystem]\ndeny_read = [\"/secret\"]\ndescription = \"x\"", "", "")]
    [InlineData("enforce_residency = \"us\"", "", "")]
    [InlineData("enforce_residency = \"eu\"", "", "")]
    [InlineData("[[rules.prefix_rules]]\npattern = [{ token = \"rm\" }]\ndecision = \"allow\"", "", "")]
    [InlineData("[[rules.prefix_rules]]\npattern = [{ token = \"rm\" }]", "", "")]
    [InlineData("[rules]\nprefix_rules = []", "", "")]
    [InlineData("[[rules.prefix_rules]]\npattern = []\ndecision = \"prompt\"", "", "")]
    [InlineData("[[rules.prefix_rules]]\npattern = [{ any_of = [] }]\ndecision = \"prompt\"", "", "")]
    [InlineData("[[rules.prefix_rules]]\npattern = [{ token = \"a\", any_of = [\"b\"] }]\ndecision = \"prompt\"", "", "")]
    [InlineData("[[rules.prefix_rules]]\npattern = [{ token = \"rm\" }]\ndecision = \"prompt\"\njustification = \" \"", "", "")]
    [InlineData("[experimental_network]\ndomains = { a = \"allow\" }\nallowed_domains = [\"b\"]", "", "")]
    [InlineData("[experimental_network]\nunix_sockets = { \"/a\" = \"allow\" }\nallow_unix_sockets = [\"b\"]", "", "")]
    [InlineData("[mcp_servers.a]\nidentity = {}", "", "")]
    [InlineData("[windows]\nallowed_sandbox_implementations = [\"elevated\"]", "", "")]
    [InlineData("[windows]\nallowed_sandbox_implementations = []", "", "")]
    [InlineData("allow_appshots = false\n[computer_use]\nallow_locked_computer_use = false\n[apps.x]\nenabled = false", "", "")]
    [InlineData("unknown_field = 1", "", "")]
    [InlineData("a = ", "", "")]
    [InlineData("a = 1\na = 2", "", "")]
    public Task Requirements_of_the_machine(string requirements, string config, string arguments) =>
        BothPrograms.AgreeOnAsync(Turn(Requirements, requirements, config, arguments), $"requirement_{requirements}_{config}_{arguments}");

    [Theory]
    [InlineData("sandbox_mode = \"read-only\"\napproval_policy = \"on-request\"", "sandbox_mode = \"workspace-write\"", "")]
    [InlineData("model = \"managed\"\nsandbox_mode = \"workspace-write\"", "", "")]
    [InlineData("approvals_reviewer = \"auto_review\"", "", "")]
    [InlineData("model = \"managed\"", "", "-c model=\"cli\"")]
    [InlineData("model = \"managed\"", "", "-m flag")]
    [InlineData("sandbox_mode = \"x\"", "", "")]
    [InlineData("sandbox_mode =", "", "")]
    public Task A_managed_configuration(string managed, string config, string arguments) =>
        BothPrograms.AgreeOnAsync(Turn(Managed, managed, config, arguments), $"managed_{managed}_{arguments}");

    [Theory]
    [InlineData("model_verbosity = \"high\"\nweb_search = \"live\"\n[features]\nshell_tool = false")]
    [InlineData("model = \"system\"\nmodel_reasoning_effort = \"high\"")]
    [InlineData("model_verbosity = \"loud\"")]
    [InlineData("model_verbosity = ")]
    public Task A_configuration_of_the_machine(string system) =>
        BothPrograms.AgreeOnAsync(Turn("config.toml", system, "", ""), $"system_{system}");

    [Fact]
    public Task Requirements_go_before_a_managed_configuration() => BothPrograms.AgreeOnAsync(
        Turn(Requirements, "allowed_approval_policies = [\"never\"]", "", "") with
        {
            Home = home =>
            {
                OwnMachine.Write(home, Requirements, "allowed_approval_policies = [\"never\"]");
                OwnMachine.Write(home, Managed, "approval_policy = \"on-request\"\nsandbox_mode = \"read-only\"");
            },
        });

    [Fact]
    public Task Fixed_features_are_listed() => BothPrograms.AgreeOnAsync(
        Turn(Requirements, "[features]\nshell_tool = false\nmemories = true", "", "") with { Runs = [new Invocation { Arguments = ["features", "list"] }] });

    [Theory]
    [InlineData("forbidden")]
    [InlineData("prompt")]
    public Task Commands_are_ruled_by_the_machine(string decision) => BothPrograms.AgreeOnAsync(
        Turn(
            Requirements,
            $"[[rules.prefix_rules]]\npattern = [{{ token = \"touch\" }}, {{ any_of = [\"x\", \"y\"] }}]\ndecision = \"{decision}\"\njustification = \"no new files\"",
            "",
            "-s danger-full-access --json") with
        {
            Script = static () =>
            [
                Model.Produces(OutputItem.Exec("c1", "touch x")), Model.Produces(OutputItem.Exec("c2", "touch z")), Model.Says("ok"),
            ],
        },
        $"requirement_rules_{decision}");

    private static Scenario Turn(string file, string content, string config, string arguments) =>
        Scenario.Turn([.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), "hi"], Model.Says("ok")) with
        {
            Config = config,
            Wrapper = OwnMachine.Wrapper,
            Home = home => OwnMachine.Write(home, file, content),
        };
}
