using System.Text.Json.Nodes;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios.Approvals;

/// <summary>Scenarios about hosts that commands want to reach where an administrator filters the network.</summary>
internal static class NetworkScenarioSet
{
    private const string Wait = "sleep 20";

    /// <summary>The scenarios by name.</summary>
    internal static IReadOnlyDictionary<string, ApprovalScenario> All { get; } = new Dictionary<string, ApprovalScenario>
    {
        ["accepted"] = Of("on-request", Reach("c1"), Reach("c2", Wait)) with { Answers = ["\"accept\""] },
        ["for_the_session"] = Of("on-request", Reach("c1"), Reach("c2")) with { Answers = ["\"acceptForSession\""] },
        ["allowed_by_a_rule"] = Of("on-request", Reach("c1"), Reach("c2")) with { Answers = [Rule("allow")] },
        ["denied_by_a_rule"] = Of("on-request", Reach("c1", Wait), Reach("c2", Wait)) with { Answers = [Rule("deny")] },
        ["declined"] = Of("on-request", Reach("c1", Wait)),
        ["cancelled"] = Of("on-request", Reach("c1", Wait)) with { Answers = ["\"cancel\""] },
        ["denied_by_the_administrator"] = Of("on-request", Reach("c1", Wait, "denied.test")),
        ["nobody_is_asked"] = Of("never", Reach("c1", Wait)),
        ["plain_declined"] = Of("on-request", Plain("c1")) with { UnifiedExec = false },
        ["plain_nobody_is_asked"] = Of("never", Plain("c1")) with { UnifiedExec = false },
    };

    private static ApprovalScenario Of(string policy, params IReadOnlyList<JsonObject> calls) => new(policy, calls) { IsFiltered = true };

    private static JsonObject Reach(string callId, string then = "true", string host = "127.0.0.1") =>
        OutputItem.Exec(callId, Request(host, then), ("login", false), ("yield_time_ms", 20000));

    private static JsonObject Plain(string callId) =>
        OutputItem.FunctionCall(callId, "shell_command", OutputItem.Json(("command", Request("127.0.0.1", Wait)), ("login", false)));

    // Raw bytes by the shell alone: no tool of the machine is needed.
    private static string Request(string host, string then) =>
        // The pause shows the command before its question: whether a quick one is shown depends on the machine, in both programs.
        $"sleep 0.5; exec 3<>/dev/tcp/127.0.0.1/${{HTTP_PROXY##*:}}; printf 'GET http://{host}:$PORT/ HTTP/1.1\\r\\nHost: {host}:$PORT\\r\\n\\r\\n' >&3; head -n 1 <&3; {then}";

    private static string Rule(string action) => OutputItem.Json(("applyNetworkPolicyAmendment", OutputItem.Json(
        ("network_policy_amendment", OutputItem.Json(("host", "127.0.0.1"), ("action", action)))))).ToJsonString();
}
