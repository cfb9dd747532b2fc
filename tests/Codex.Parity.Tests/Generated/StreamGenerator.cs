using System.Text;
using System.Text.Json.Nodes;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Parity.Tests.Generated;

/// <summary>
/// Replies of a provider that keeps to the protocol only now and then: items of every kind, with members missing or of another
/// type, events out of place, every way to end. The same seed gives the same replies.
/// </summary>
internal sealed class StreamGenerator(int seed)
{
    private static readonly string[] s_items =
    [
        """{"type":"message","role":"assistant","id":"m","content":[{"type":"output_text","text":"hello"}]}""",
        """{"type":"message","role":"assistant","id":"m","phase":"commentary","content":[{"type":"output_text","text":"a"},{"type":"output_text","text":" b","annotations":[]}]}""",
        """{"type":"message","role":"user","content":[{"type":"input_text","text":"u"}]}""",
        """{"type":"reasoning","id":"r","summary":[{"type":"summary_text","text":"**T** think"}],"content":[{"type":"reasoning_text","text":"raw"}],"encrypted_content":"enc"}""",
        """{"type":"reasoning","id":"r","summary":[],"encrypted_content":null}""",
        """{"type":"web_search_call","id":"w","status":"completed","action":{"type":"search","query":"q","queries":["q","z"]}}""",
        """{"type":"web_search_call","id":"w","status":"completed","action":{"type":"open_page","url":"http://x"}}""",
        """{"type":"web_search_call","id":"w","status":"completed","action":{"type":"find_in_page","url":"http://x","pattern":"p"}}""",
        """{"type":"web_search_call","id":"w","status":"completed","action":{"type":"zzz"}}""",
        """{"type":"local_shell_call","id":"l","call_id":"lc","status":"completed","action":{"type":"exec","command":["echo","hi"],"timeout_ms":1000}}""",
        """{"type":"function_call","name":"shell_command","arguments":"{\"command\":\"echo hi\"}","call_id":"c1"}""",
        """{"type":"function_call","name":"missing","namespace":"ns","arguments":"{}","call_id":"c2"}""",
        """{"type":"custom_tool_call","name":"missing","input":"x","call_id":"c3"}""",
        """{"type":"function_call_output","call_id":"c1","output":"o"}""",
        """{"type":"image_generation_call","id":"ig","status":"completed","result":"iVBORw0KGgo=","revised_prompt":"p"}""",
        """{"type":"compaction","encrypted_content":"e"}""",
        """{"type":"tool_search_call","call_id":"ts","execution":"client","arguments":{"query":"x"}}""",
        """{"type":"mystery","a":1}""",
        """{"type":"ghost_snapshot","ghost_commit":{"id":"x"}}""",
    ];

    private static readonly string[] s_values = ["null", "true", "1", "\"\"", "\"x\"", "[]", "{}", "\"in_progress\"", "\"completed\""];

    private static readonly string[] s_errors =
    [
        """{"code":"context_length_exceeded","message":"m"}""",
        """{"code":"insufficient_quota","message":"m"}""",
        """{"code":"invalid_prompt","message":"bad prompt"}""",
        """{"code":"server_is_overloaded","message":"x"}""",
        """{"message":"plain"}""",
        "null",
        "{}",
    ];

    private readonly Random _random = new(seed);

    /// <summary>One to three such replies and a plain answer.</summary>
    public IReadOnlyList<Reply> Script() => [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Reply.Raw(Body())), Model.Says("end")];

    private string Body()
    {
        var body = new StringBuilder();
        if (Chance(0.9))
            Append(body, ResponseEvent.Created());
        for (var count = _random.Next(0, 6); count > 0; count--)
            Append(body, Chance(0.6) ? Done(Item()) : Stray());
        if (Ending() is { } ending)
            Append(body, ending);
        return body.ToString();
    }

    private void Append(StringBuilder body, string json)
    {
        if (Chance(0.03))
            body.Append(": c\n");
        body.Append("data: ").Append(Chance(0.02) ? json[..^2] : json).Append("\n\n");
    }

    private string Item()
    {
        var item = JsonNode.Parse(Pick(s_items))!.AsObject();
        if (Chance(0.35))
        {
            var name = Pick([.. item.Select(static member => member.Key)]);
            if (Chance(0.4))
                item.Remove(name);
            else
                item[name] = JsonNode.Parse(Pick(s_values));
        }

        if (Chance(0.1))
            item["extra"] = new JsonObject { ["a"] = 1 };
        return item.ToJsonString();
    }

    private string Stray() => Pick<Func<string>>(
    [
        () => Delta("output_text.delta", Pick(["\"hel\"", "\"\"", "null", "1"])),
        () => Delta("reasoning_summary_text.delta", "\"th\"", "\"summary_index\":" + Pick(["0", "1", "null"])),
        () => Delta("reasoning_summary_part.added", "null", "\"summary_index\":0"),
        () => Delta("reasoning_text.delta", "\"raw\"", "\"content_index\":0"),
        () => """{"type":"response.in_progress","response":{}}""",
        () => """{"type":"response.metadata","headers":{"x":"y"}}""",
        () => """{"type":"zzz"}""",
        () => """{"type":"response.created"}""",
        () => $$"""{"type":"response.output_item.added","item":{{Item()}}}""",
        () => """{"type":"response.output_item.done"}""",
        () => Done(Pick(s_values)),
        () => Delta("custom_tool_call_input.delta", "\"x\""),
    ])();

    private string? Ending() => _random.Next(20) switch
    {
        < 11 => ResponseEvent.Completed(),
        11 => ResponseEvent.CompletedWithoutUsage(),
        12 => """{"type":"response.completed","response":{}}""",
        13 => """{"type":"response.completed"}""",
        14 => Ended("failed", "error", Pick(s_errors)),
        15 => Ended("incomplete", "incomplete_details", Pick(["""{"reason":"content_filter"}""", "null"])),
        16 => """{"type":"error","error":{"message":"x","code":"y"}}""",
        17 => null,
        _ => ResponseEvent.Completed(endTurn: Chance(0.5)),
    };

    private static string Done(string item) => $$"""{"type":"response.output_item.done","item":{{item}}}""";

    private static string Ended(string how, string why, string reason) =>
        $$$"""{"type":"response.{{{how}}}","response":{"{{{why}}}":{{{reason}}}}}""";

    private static string Delta(string kind, string delta, string? more = null) =>
        $$"""{"type":"response.{{kind}}","item_id":"m","delta":{{delta}}{{(more is null ? "" : "," + more)}}}""";

    private bool Chance(double share) => _random.NextDouble() < share;

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
