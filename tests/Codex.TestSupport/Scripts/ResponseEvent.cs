using System.Text.Json.Nodes;

namespace Codex.TestSupport.Scripts;

/// <summary>Payloads of the Responses stream, as a provider sends them.</summary>
public static class ResponseEvent
{
    public static string Created(string id = "resp_1") => Event("response.created", ("response", Object(("id", id))));

    public static string ItemAdded(JsonObject item) => Event("response.output_item.added", ("output_index", 0), ("item", item));

    public static string ItemDone(JsonObject item) => Event("response.output_item.done", ("output_index", 0), ("item", item));

    public static string TextDelta(string delta, string itemId = "msg_1") => Event(
        "response.output_text.delta", ("item_id", itemId), ("output_index", 0), ("content_index", 0), ("delta", delta));

    public static string SummaryPartAdded(int index = 0, string itemId = "rs_1") => Event(
        "response.reasoning_summary_part.added", ("item_id", itemId), ("output_index", 0), ("summary_index", index));

    public static string SummaryDelta(string delta, int index = 0, string itemId = "rs_1") => Event(
        "response.reasoning_summary_text.delta", ("item_id", itemId), ("output_index", 0), ("summary_index", index), ("delta", delta));

    public static string ReasoningDelta(string delta, int index = 0, string itemId = "rs_1") => Event(
        "response.reasoning_text.delta", ("item_id", itemId), ("output_index", 0), ("content_index", index), ("delta", delta));

    /// <summary>The end of a response with its usage.</summary>
    public static string Completed(string id = "resp_1", long input = 10, long cached = 2, long output = 5, long reasoning = 1, bool? endTurn = null)
    {
        var response = Object(("id", id), ("usage", Object(
            ("input_tokens", input),
            ("input_tokens_details", Object(("cached_tokens", cached))),
            ("output_tokens", output),
            ("output_tokens_details", Object(("reasoning_tokens", reasoning))),
            ("total_tokens", input + output))));
        if (endTurn is { } end)
            response["end_turn"] = end;
        return Event("response.completed", ("response", response));
    }

    public static string CompletedWithoutUsage(string id = "resp_1") =>
        Event("response.completed", ("response", Object(("id", id))));

    public static string Failed(string code, string message, string id = "resp_1") => Event(
        "response.failed", ("response", Object(("id", id), ("status", "failed"), ("error", Object(("code", code), ("message", message))))));

    public static string Incomplete(string reason, string id = "resp_1") => Event(
        "response.incomplete", ("response", Object(("id", id), ("incomplete_details", Object(("reason", reason))))));

    /// <summary>Any event: its type and members in order.</summary>
    public static string Event(string type, params IEnumerable<(string Name, JsonNode? Value)> members) =>
        Object([("type", type), .. members]).ToJsonString();

    internal static JsonObject Object(params IEnumerable<(string Name, JsonNode? Value)> members) =>
        new(members.Select(member => KeyValuePair.Create(member.Name, member.Value)));
}
