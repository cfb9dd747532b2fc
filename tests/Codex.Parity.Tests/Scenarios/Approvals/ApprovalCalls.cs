using System.Text.Json.Nodes;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Scenarios.Approvals;

/// <summary>What models do in scenarios with questions. <c>$OUT</c> is a directory beside the workspace.</summary>
internal static class ApprovalCalls
{
    /// <summary>Permission to write beside the workspace.</summary>
    internal const string Outside = """{"file_system":{"write":["$OUT"]}}""";

    internal static JsonObject Wider(string callId, string command, string permissions) => Exec(
        callId, command, ("sandbox_permissions", "with_additional_permissions"), ("additional_permissions", JsonNode.Parse(permissions)), ("justification", "May I?"));

    internal static JsonObject Exec(string callId, string command, params IEnumerable<(string Name, JsonNode? Value)> more) =>
        OutputItem.Exec(callId, command, more);

    internal static JsonObject Escalated(string callId, string command, params string[] prefix)
    {
        var call = OutputItem.Json(("cmd", command), ("sandbox_permissions", "require_escalated"), ("justification", "May I?"));
        if (prefix.Length > 0)
            call["prefix_rule"] = new JsonArray([.. prefix.Select(static word => (JsonNode)word)]);
        return OutputItem.FunctionCall(callId, "exec_command", call);
    }

    internal static JsonObject Shell(string callId, string command) =>
        OutputItem.FunctionCall(callId, "shell_command", OutputItem.Json(("command", command)));

    internal static JsonObject PlainEscalated(string callId, string command) => OutputItem.FunctionCall(
        callId, "shell_command", OutputItem.Json(("command", command), ("sandbox_permissions", "require_escalated"), ("justification", "May I?")));

    internal static JsonObject Patch(string callId, string file) =>
        OutputItem.Patch(callId, $"*** Begin Patch\n*** Add File: {file}\n+{callId}\n*** End Patch\n");

    /// <summary>A call that asks for permissions.</summary>
    internal static JsonObject Request(string callId, string permissions, string? reason = null)
    {
        var arguments = OutputItem.Json(("permissions", JsonNode.Parse(permissions)));
        if (reason is not null)
            arguments["reason"] = reason;
        return OutputItem.FunctionCall(callId, "request_permissions", arguments);
    }

    /// <summary>What a reviewer says.</summary>
    internal static JsonObject Verdict(string text) => OutputItem.Message(text);

    /// <summary>A reviewer's yes.</summary>
    internal static JsonObject Yes() => Verdict("""{"outcome":"allow"}""");

    /// <summary>A reviewer's no.</summary>
    internal static JsonObject No() => Verdict("""{"risk_level":"high","user_authorization":"low","outcome":"deny","rationale":"Too risky."}""");
}
