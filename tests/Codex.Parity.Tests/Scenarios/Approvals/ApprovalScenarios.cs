using System.Text.Json.Nodes;
using static Codex.Parity.Tests.Scenarios.Approvals.ApprovalCalls;

namespace Codex.Parity.Tests.Scenarios.Approvals;

/// <summary>The scenarios by name. <c>$OUT</c> is a directory beside the workspace.</summary>
internal static class ApprovalScenarios
{
    /// <summary>Questions about commands and patches.</summary>
    internal static IReadOnlyDictionary<string, ApprovalScenario> Questions { get; } = new Dictionary<string, ApprovalScenario>
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

    /// <summary>Requests for permissions, and what they change. No command fails: whether such a one is shown is chance in 0.136.0.</summary>
    internal static IReadOnlyDictionary<string, ApprovalScenario> Grants { get; } = new Dictionary<string, ApprovalScenario>
    {
        ["for_the_turn"] = Asking("on-request", [Request("c1", Outside, "why"), Exec("c2", "touch $OUT/a; touch b"), Patch("c3", "$OUT/p")], ForTurn),
        ["for_one_turn_only"] = Asking("on-request", [Request("c1", Outside), Verdict("x"), Exec("c2", "touch $OUT/a; true"), Patch("c3", "$OUT/p")], ForTurn) with { Turns = 2 },
        ["for_the_session"] = Asking("on-request", [Request("c1", Outside), Verdict("x"), Exec("c2", "touch $OUT/a; true"), Patch("c3", "$OUT/p")], ForSession) with { Turns = 2 },
        ["nothing"] = Asking("on-request", [Request("c1", Outside), Exec("c2", "touch $OUT/a; true")]),
        ["less"] = Asking(
            "on-request",
            [Request("c1", """{"network":{"enabled":true},"file_system":{"read":["/usr"],"write":["$OUT","/etc"]}}"""), Exec("c2", "touch $OUT/sub; true")],
            """{"permissions":{"network":{"enabled":true},"fileSystem":{"write":["$OUT/sub"]}},"scope":"session"}"""),
        ["what_was_not_asked_for"] = Asking("on-request", [Request("c1", Outside)], """{"permissions":{"network":{"enabled":true},"fileSystem":{"write":["/usr","$OUT/../else"]}}}"""),
        ["less_access"] = Asking("on-request", [Request("c1", Outside)], """{"permissions":{"fileSystem":{"read":["$OUT"]}}}"""),
        ["as_entries"] = Asking("on-request", [Request("c1", Outside)], """{"permissions":{"fileSystem":{"entries":[{"path":{"type":"path","path":"$OUT"},"access":"write"}]}}}"""),
        ["an_answer_without_sense"] = Asking("on-request", [Request("c1", Outside)], """{"nonsense":1}"""),
        ["a_scope_without_sense"] = Asking("on-request", [Request("c1", Outside)], """{"permissions":{"fileSystem":{"write":["$OUT"]}},"scope":"forever"}"""),
        ["a_strict_session"] = Asking("on-request", [Request("c1", Outside)], """{"permissions":{"fileSystem":{"write":["$OUT"]}},"scope":"session","strictAutoReview":true}"""),
        ["nothing_asked_for"] = Asking("on-request", [Request("c1", "{}"), Request("c2", """{"file_system":{"write":[]}}"""), Request("c3", """{"other":1}""")]),
        ["relative_paths"] = Asking("on-request", [Request("c1", """{"file_system":{"write":["sub/../there"]}}""")]),
        ["no_network"] = Asking("on-request", [Request("c1", """{"network":{"enabled":false}}""")]),
        ["nobody_to_ask"] = Asking("never", [Request("c1", Outside), Exec("c2", "touch $OUT/a; true")]),
        ["switched_off"] = Asking("""{"granular":{"sandbox_approval":true,"rules":true,"mcp_elicitations":true}}""", [Request("c1", Outside)], ForTurn),
        ["switched_on"] = Asking("""{"granular":{"sandbox_approval":true,"rules":true,"mcp_elicitations":true,"request_permissions":true}}""", [Request("c1", Outside)], ForTurn),
        ["under_untrusted"] = Asking("untrusted", [Request("c1", Outside), Exec("c2", "touch $OUT/a; true"), Patch("c3", "$OUT/p")], ForTurn, "\"accept\""),
        ["more_than_granted"] = Asking("on-request", [Request("c1", Outside), Wider("c2", "touch $OUT/a", Outside), Wider("c3", "true", """{"file_system":{"write":["/var"]}}""")], ForTurn) with
        {
            OffersAdditionalPermissions = true,
        },
        ["plain_commands"] = Asking("on-request", [Request("c1", Outside), Shell("c2", "touch $OUT/a")], ForTurn) with { UnifiedExec = false },
        ["with_reviews_of_everything"] = Asking(
            "on-request",
            [Request("c1", Outside), Exec("c2", "touch $OUT/a; true"), Yes(), Exec("c3", "ls"), No(), Patch("c4", "p"), Yes(), Patch("c5", "$OUT/p"), Yes()],
            """{"permissions":{"fileSystem":{"write":["$OUT"]}},"strictAutoReview":true}"""),
    };

    /// <summary>Actions that an agent judges.</summary>
    internal static IReadOnlyDictionary<string, ApprovalScenario> Reviews { get; } = new Dictionary<string, ApprovalScenario>
    {
        ["commands"] = Reviewed([Escalated("c1", "touch $OUT/a"), Yes(), Escalated("c2", "touch $OUT/b"), No()]),
        ["a_third_review"] = Reviewed([Escalated("c1", "touch $OUT/a"), Yes(), Escalated("c2", "touch $OUT/b"), Yes(), Escalated("c3", "touch $OUT/c"), Yes()]),
        ["in_two_turns"] = Reviewed([Escalated("c1", "touch $OUT/a"), Yes(), Verdict("first"), Escalated("c2", "touch $OUT/b"), Yes()]) with { Turns = 2 },
        ["patches"] = Reviewed([Patch("c1", "$OUT/p"), Yes(), Patch("c2", "$OUT/q"), No()]),
        ["plain_commands"] = Reviewed([PlainEscalated("c1", "touch $OUT/a"), Yes(), PlainEscalated("c2", "touch $OUT/b"), No()]) with { UnifiedExec = false },
        ["permissions"] = Reviewed([Request("c1", Outside, "why"), Yes(), Exec("c2", "touch $OUT/a; true")]) with { RequestsPermissions = true },
        ["denied_permissions"] = Reviewed([Request("c1", Outside), No(), Exec("c2", "touch $OUT/a; true")]) with { RequestsPermissions = true },
        ["more_permissions"] = Reviewed([Wider("c1", "touch $OUT/a", Outside), Yes()]) with { OffersAdditionalPermissions = true },
        ["a_rule_asks"] = Reviewed([Exec("c1", "touch a.txt"), Yes()]) with { Rules = "prefix_rule(pattern=[\"touch\"],decision=\"prompt\",justification=\"careful\")\n" },
        ["dangerous"] = Reviewed([Exec("c1", "rm -rf nothing"), No()]),
        ["no_verdict"] = Reviewed([Escalated("c1", "touch $OUT/a"), Verdict("allow"), Escalated("c2", "touch $OUT/b"), Verdict("""{"outcome":"maybe"}"""), Escalated("c3", "touch $OUT/c"), Verdict("""{"risk_level":"low"}""")]),
        ["two_verdicts"] = Reviewed([Escalated("c1", "touch $OUT/a"), Verdict("""{"outcome":"deny"}{"outcome":"allow"}"""), Escalated("c2", "touch $OUT/b"), Verdict("""{"outcome":"deny","outcome":"allow"}""")]),
        ["a_no_among_other_words"] = Reviewed([Escalated("c1", "touch $OUT/a"), Verdict("""I say {"outcome":"deny"} to that.""")]),
        ["too_many_denials"] = Reviewed([Escalated("c1", "touch $OUT/a"), No(), Escalated("c2", "touch $OUT/b"), No(), Escalated("c3", "touch $OUT/c"), No()]),
        ["the_reviewer_looks"] = Reviewed([Escalated("c1", "touch $OUT/a"), Exec("r1", "ls"), Yes()]),
        ["the_reviewer_may_not_ask"] = Reviewed([Escalated("c1", "touch $OUT/a"), Escalated("r1", "touch $OUT/r"), No()]),
        ["what_the_user_approves"] = Reviewed([Escalated("c1", "touch $OUT/a"), No(), Verdict("denied"), Escalated("c2", "touch $OUT/a"), Yes()]) with
        {
            Turns = 2,
            ApprovesDenied = true,
        },
        ["what_needs_no_approval"] = Reviewed([Escalated("c1", "touch $OUT/a"), Yes(), Verdict("done")]) with { Turns = 2, ApprovesDenied = true },
        ["untrusted_asks_the_user"] = Reviewed([Exec("c1", "touch a")]) with { Policy = "untrusted", Answers = ["\"accept\""] },
        ["granular"] = Reviewed([Patch("c1", "$OUT/p"), Yes()]) with { Policy = """{"granular":{"sandbox_approval":true,"rules":true,"mcp_elicitations":true}}""" },
    };

    /// <summary>Questions about programs that a command starts.</summary>
    internal static IReadOnlyDictionary<string, ApprovalScenario> Programs { get; } = new Dictionary<string, ApprovalScenario>
    {
        ["accepted"] = Watched("on-request", Shell("c1", "if true; then hostname > a; cp a $OUT/b; ls; fi"), "\"accept\"", "\"accept\""),
        ["declined"] = Watched("on-request", Shell("c1", "if true; then hostname; echo rc=$?; cp nope $OUT/b; fi"), "\"decline\"", "\"decline\""),
        ["for_the_session"] = Watched("on-request", Shell("c1", "if true; then hostname > a; hostname > b; fi"), "\"acceptForSession\"", "\"accept\""),
        ["untrusted"] = Watched("untrusted", Shell("c1", "if true; then mkdir a; cat /etc/hostname > c; rm -rf a; fi"), "\"accept\"", "\"accept\"", "\"decline\""),
        ["of_an_approved_command"] = Watched("on-request", Shell("c1", "hostname && ls"), "\"accept\"", "\"decline\""),
        ["of_an_escalated_command"] = Watched("on-request", PlainEscalated("c1", "if true; then touch $OUT/a; mkdir $OUT/b; fi"), "\"accept\"", "\"accept\"", "\"accept\""),
    };

    /// <summary>A turn that ends with a question about a program.</summary>
    internal static ApprovalScenario ProgramCancelled { get; } = Watched("on-request", Shell("c1", "if true; then hostname; touch later; fi"), "\"cancel\"");

    private const string ForTurn = """{"permissions":{"fileSystem":{"write":["$OUT"]}},"scope":"turn"}""";
    private const string ForSession = """{"permissions":{"fileSystem":{"write":["$OUT"]}},"scope":"session"}""";

    private static ApprovalScenario Asking(string policy, IReadOnlyList<JsonObject> calls, params string[] answers) =>
        new(policy, calls) { RequestsPermissions = true, Answers = answers };

    private static ApprovalScenario Reviewed(IReadOnlyList<JsonObject> calls) => new("on-request", calls) { IsReviewed = true };

    private static ApprovalScenario Watched(string policy, JsonObject call, params IReadOnlyList<string> answers) => new(policy, [call])
    {
        UnifiedExec = false,
        Rules = "prefix_rule(pattern=[\"hostname\"],decision=\"prompt\")\nprefix_rule(pattern=[\"cp\"],decision=\"prompt\")\n",
        Answers = answers,
    };
}
