using System.Text.Json.Nodes;

namespace Codex.TestSupport.Scripts;

/// <summary>Output items that a scripted model produces.</summary>
public static class OutputItem
{
    public static JsonObject Message(string text, string id = "msg_1", string? phase = null)
    {
        var item = Json(("type", "message"), ("id", id), ("role", "assistant"), ("content", new JsonArray(
            Json(("type", "output_text"), ("text", text)))));
        if (phase is not null)
            item["phase"] = phase;
        return item;
    }

    public static JsonObject EmptyMessage(string id = "msg_1") =>
        Json(("type", "message"), ("id", id), ("role", "assistant"), ("content", new JsonArray()));

    public static JsonObject Reasoning(string id, params IEnumerable<string> summary) => Json(
        ("type", "reasoning"),
        ("id", id),
        ("summary", new JsonArray([.. summary.Select(text => Json(("type", "summary_text"), ("text", text)))])),
        ("encrypted_content", "ZW5jcnlwdGVk"));

    /// <summary>A call of a function tool; the arguments are sent as they are, JSON or not.</summary>
    public static JsonObject FunctionCall(string callId, string name, string arguments) => Json(
        ("type", "function_call"), ("id", "fc_" + callId), ("name", name), ("arguments", arguments), ("call_id", callId));

    /// <inheritdoc cref="FunctionCall(string, string, string)"/>
    public static JsonObject FunctionCall(string callId, string name, JsonObject arguments) =>
        FunctionCall(callId, name, arguments.ToJsonString());

    public static JsonObject CustomCall(string callId, string name, string input) => Json(
        ("type", "custom_tool_call"), ("id", "ctc_" + callId), ("status", "completed"), ("name", name), ("input", input), ("call_id", callId));

    /// <summary>An <c>exec_command</c> call with these members.</summary>
    public static JsonObject Exec(string callId, string command, params IEnumerable<(string Name, JsonNode? Value)> more) =>
        FunctionCall(callId, "exec_command", Json([("cmd", command), .. more]));

    public static JsonObject WriteStdin(string callId, JsonNode sessionId, string characters, int? yieldMilliseconds = null) =>
        FunctionCall(callId, "write_stdin", yieldMilliseconds is { } time
            ? Json(("session_id", sessionId), ("chars", characters), ("yield_time_ms", time))
            : Json(("session_id", sessionId), ("chars", characters)));

    public static JsonObject Patch(string callId, string patch) => CustomCall(callId, "apply_patch", patch);

    public static JsonObject WebSearch(string id, JsonObject? action, string status = "completed")
    {
        var item = Json(("type", "web_search_call"), ("id", id), ("status", status));
        if (action is not null)
            item["action"] = action;
        return item;
    }

    /// <summary>An object with these members in order.</summary>
    public static JsonObject Json(params IEnumerable<(string Name, JsonNode? Value)> members) => ResponseEvent.Object(members);
}
