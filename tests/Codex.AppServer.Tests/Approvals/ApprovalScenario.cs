using System.Text.Json.Nodes;
using Codex.TestSupport.Scripts;

namespace Codex.AppServer.Tests.Approvals;

/// <summary>One turn with questions: what the model does, and what the client answers; later questions are declined.</summary>
public sealed record ApprovalScenario(string Policy, IReadOnlyList<JsonObject> Calls)
{
    /// <summary>The decisions, as JSON.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>Whether commands run in sessions.</summary>
    public bool UnifiedExec { get; init; } = true;

    /// <summary>Whether commands may ask for single permissions.</summary>
    public bool OffersAdditionalPermissions { get; init; }

    /// <summary>The user's rules.</summary>
    public string? Rules { get; init; }

    private const string Outside = """{"file_system":{"write":["$OUT"]}}""";

    /// <summary>The scenarios by name. <c>$OUT</c> is a directory beside the workspace.</summary>
    public static IReadOnlyDictionary<string, ApprovalScenario> All { get; } = new Dictionary<string, ApprovalScenario>
    {
        ["accepted"] = new("untrusted", [Exec("c1", "touch a.txt")]) { Answers = ["\"accept\""] },
        ["declined"] = new("untrusted", [Exec("c1", "touch a.txt")]) { Answers = ["\"decline\""] },
        ["cancelled"] = new("untrusted", [Exec("c1", "touch a.txt")]) { Answers = ["\"cancel\""] },
        ["for_the_session"] = new("untrusted", [Exec("c1", "touch a.txt"), Exec("c2", "touch a.txt"), Exec("c3", "touch a.txt", ("tty", true))])
        {
            Answers = ["\"acceptForSession\""],
        },
        ["with_a_rule"] = new("untrusted", [Exec("c1", "touch a.txt"), Exec("c2", "touch b.txt")])
        {
            Answers = ["""{"acceptWithExecpolicyAmendment":{"execpolicy_amendment":["touch"]}}"""],
        },
        ["escalated"] = new("on-request", [Escalated("c1", "touch $OUT/a", "touch"), Escalated("c2", "touch $OUT/b")]) { Answers = ["\"accept\""] },
        ["escalated_with_a_banned_prefix"] = new("on-request", [Escalated("c1", "python3 -c 1", "python3")]),
        ["denied_and_run_again"] = new("on-failure", [Exec("c1", "touch $OUT/a")]) { Answers = ["\"accept\""] },
        ["denied_and_given_up"] = new("on-failure", [Exec("c1", "touch $OUT/a")]),
        ["denied_and_run_again_for_the_session"] = new("on-failure", [Exec("c1", "touch $OUT/a"), Exec("c2", "touch $OUT/a")]) { Answers = ["\"acceptForSession\""] },
        ["approved_and_denied"] = new("untrusted", [Exec("c1", "touch $OUT/a")]) { Answers = ["\"accept\""] },
        ["a_script"] = new("untrusted", [Exec("c1", "cat nope; ls > x")]) { Answers = ["\"accept\""] },
        ["a_rule_asks"] = new("on-request", [Exec("c1", "touch a.txt")])
        {
            Rules = "prefix_rule(pattern=[\"touch\"],decision=\"prompt\",justification=\"careful\")\n",
            Answers = ["\"accept\""],
        },
        ["dangerous"] = new("on-request", [Exec("c1", "rm -rf nothing")]) { Answers = ["\"accept\""] },
        ["plain_declined"] = new("untrusted", [Shell("c1", "touch a.txt")]) { UnifiedExec = false },
        ["plain_accepted"] = new("untrusted", [Shell("c1", "touch a.txt; false")]) { UnifiedExec = false, Answers = ["\"accept\""] },
        ["plain_cancelled"] = new("untrusted", [Shell("c1", "touch a.txt; false")]) { UnifiedExec = false, Answers = ["\"cancel\""] },
        ["plain_denied_and_run_again"] = new("on-failure", [Shell("c1", "touch $OUT/a")]) { UnifiedExec = false, Answers = ["\"accept\""] },
        ["plain_denied_and_given_up"] = new("on-failure", [Shell("c1", "touch $OUT/a")]) { UnifiedExec = false },
        ["plain_with_a_rule"] = new("untrusted", [Shell("c1", "touch a.txt")])
        {
            UnifiedExec = false,
            Answers = ["""{"acceptWithExecpolicyAmendment":{"execpolicy_amendment":["touch"]}}"""],
        },
        ["more_permissions"] = new("on-request", [Wider("c1", "touch $OUT/a", Outside), Wider("c2", "touch $OUT/b", Outside)])
        {
            OffersAdditionalPermissions = true,
            Answers = ["\"accept\""],
        },
        ["more_permissions_for_the_session"] = new("on-request", [Wider("c1", "touch $OUT/a", Outside), Wider("c2", "touch $OUT/a", Outside)])
        {
            OffersAdditionalPermissions = true,
            Answers = ["\"acceptForSession\""],
        },
        ["more_permissions_without_saying_so"] = new("on-request", [Exec("c1", "true", ("additional_permissions", JsonNode.Parse(Outside)))])
        {
            OffersAdditionalPermissions = true,
            Answers = ["\"accept\""],
        },
        ["more_permissions_that_are_none"] = new("on-request", [Wider("c1", "true", "{}"), Exec("c2", "true", ("sandbox_permissions", "with_additional_permissions")), Wider("c3", "true", "{\"other\":1}")])
        {
            OffersAdditionalPermissions = true,
        },
        ["more_permissions_are_off"] = new("on-request", [Wider("c1", "true", Outside), Exec("c2", "true", ("additional_permissions", JsonNode.Parse(Outside)))]),
        ["more_permissions_with_another_policy"] = new("untrusted", [Wider("c1", "true", Outside)]) { OffersAdditionalPermissions = true },
        ["patches"] = new("untrusted", [Patch("c1", "a.txt"), Patch("c2", "a.txt")]) { Answers = ["\"accept\""] },
        ["patches_for_the_session"] = new("untrusted", [Patch("c1", "a.txt"), Patch("c2", "a.txt"), Patch("c3", "b.txt")]) { Answers = ["\"acceptForSession\""] },
        ["patch_cancelled"] = new("untrusted", [Patch("c1", "a.txt")]) { Answers = ["\"cancel\""] },
        ["patch_outside"] = new("on-request", [Patch("c1", "$OUT/a.txt")]) { Answers = ["\"accept\""] },
    };

    private static JsonObject Wider(string callId, string command, string permissions) => Exec(
        callId, command, ("sandbox_permissions", "with_additional_permissions"), ("additional_permissions", JsonNode.Parse(permissions)), ("justification", "May I?"));

    private static JsonObject Exec(string callId, string command, params IEnumerable<(string Name, JsonNode? Value)> more) =>
        OutputItem.Exec(callId, command, more);

    private static JsonObject Escalated(string callId, string command, params string[] prefix)
    {
        var call = OutputItem.Json(("cmd", command), ("sandbox_permissions", "require_escalated"), ("justification", "May I?"));
        if (prefix.Length > 0)
            call["prefix_rule"] = new JsonArray([.. prefix.Select(static word => (JsonNode)word)]);
        return OutputItem.FunctionCall(callId, "exec_command", call);
    }

    private static JsonObject Shell(string callId, string command) =>
        OutputItem.FunctionCall(callId, "shell_command", OutputItem.Json(("command", command)));

    private static JsonObject Patch(string callId, string file) =>
        OutputItem.Patch(callId, $"*** Begin Patch\n*** Add File: {file}\n+{callId}\n*** End Patch\n");
}
