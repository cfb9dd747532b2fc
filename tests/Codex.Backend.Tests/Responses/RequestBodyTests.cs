using System.Text;
using Codex.Backend.Responses;

namespace Codex.Backend.Tests.Responses;

public sealed class RequestBodyTests
{
    [Fact]
    public async Task Members_stand_in_the_originals_order()
    {
        string[] members =
        [
            "{\"model\":\"gpt-5.5\"",
            "\"instructions\":\"Be \\\"good\\\"\\n\\u0001 é 😀\u007f\"",
            "\"input\":[{\"type\":\"message\",\"role\":\"user\"},{\"type\":\"reasoning\"}]",
            "\"tools\":[{\"type\":\"web_search\"}]",
            "\"tool_choice\":\"auto\"",
            "\"parallel_tool_calls\":true",
            "\"reasoning\":{\"effort\":\"medium\"}",
            "\"store\":false",
            "\"stream\":true",
            "\"include\":[\"reasoning.encrypted_content\"]",
            "\"prompt_cache_key\":\"thread\"",
            "\"text\":{\"verbosity\":\"low\"}",
            "\"client_metadata\":{\"x-codex-installation-id\":\"install\"}}",
        ];

        Assert.Equal(string.Join(',', members), await WriteAsync(Requests.Simple));
    }

    [Fact]
    public async Task Absent_members_are_left_out_and_reasoning_is_null() => Assert.Equal(
        """{"model":"gpt-5.5","input":[],"tools":[],"tool_choice":"auto","parallel_tool_calls":false,"reasoning":null,"store":false""" +
        ""","stream":true,"include":[],"prompt_cache_key":"thread","client_metadata":{"x-codex-installation-id":"install"}}""",
        await WriteAsync(Requests.Simple with { Instructions = "", Input = [], Tools = [], ParallelToolCalls = false, Reasoning = null, Text = new TextOptions() }));

    [Fact]
    public async Task Tier_summary_and_schema_have_their_places()
    {
        var request = Requests.Simple with
        {
            Reasoning = new ReasoningOptions("high", "auto"),
            ServiceTier = "priority",
            Text = new TextOptions { Verbosity = "low", OutputSchema = Requests.Json("""{"type":"object"}""") },
        };

        var body = await WriteAsync(request);

        Assert.Contains("""{"effort":"high","summary":"auto"},"store":false""", body, StringComparison.Ordinal);
        Assert.Contains(""","service_tier":"priority","prompt_cache_key":"thread",""", body, StringComparison.Ordinal);
        Assert.Contains(""","text":{"verbosity":"low","format":{"type":"json_schema","strict":true,"schema":{"type":"object"},"name":"codex_output_schema"}},""", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_needs_no_verbosity()
    {
        var text = new TextOptions { OutputSchema = Requests.Json("{}"), Strict = false };

        var body = await WriteAsync(Requests.Simple with { Text = text });

        Assert.Contains(""","text":{"format":{"type":"json_schema","strict":false,"schema":{},"name":"codex_output_schema"}},""", body, StringComparison.Ordinal);
    }

    private static async Task<string> WriteAsync(ModelRequest request)
    {
        var body = new RequestBody(request, store: false);
        using var stream = new MemoryStream();
        await body.WriteToAsync(stream, CancellationToken.None);
        Assert.Equal(body.Length, stream.Length);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
