using Codex.Parity.Tests.Harness;
using Codex.TestSupport.Files;
using Codex.TestSupport.Http;
using Codex.TestSupport.Running;

namespace Codex.Parity.Tests.Scenarios;

/// <summary>Chat Completions, which 0.136.0 refuses: what is asked for twice works, everything else is its refusal.</summary>
public sealed class TransportChatScenarios
{
    private static readonly string[] s_answers =
    [
        """{"id":"c1","choices":[{"delta":{"reasoning_content":"I think"}}]}|{"id":"c1","choices":[{"delta":{"content":"I run it."}}]}|{"id":"c1","choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"exec_command","arguments":"{\"cmd\":\"echo hi > b.txt\"}"}}]},"finish_reason":"tool_calls"}]}""",
        """{"id":"c2","choices":[{"delta":{"tool_calls":[{"index":0,"id":"b","function":{"name":"apply_patch","arguments":"{\"input\":\"*** Begin Patch\\n*** Add File: a.txt\\n+patched\\n*** End Patch\"}"}}]},"finish_reason":"tool_calls"}]}""",
        """{"id":"c3","choices":[{"delta":{"content":"done"},"finish_reason":"stop"}]}|{"id":"c3","choices":[],"usage":{"prompt_tokens":7,"completion_tokens":2,"total_tokens":9}}""",
    ];

    [Theory]
    [InlineData("wire_api = \"chat\"")]
    [InlineData("wire_api = \"chat\"\nchat_completions = false")]
    [InlineData("wire_api = \"graphql\"")]
    [InlineData("chat_completions = true")]
    public Task The_chat_api_is_refused_unless_it_is_asked_for_twice(string lines) => BothPrograms.AgreeOnAsync(
        Scenario.Json(Reply.WithStatus(400, "{}")) with { WholeConfig = Configuration(lines) }, $"chat_{lines}");

    [Fact]
    public async Task A_turn_over_the_chat_api_runs_a_command_and_a_patch()
    {
        using var directory = new TempDirectory();
        var answers = new Queue<string>(s_answers);
        var scenario = Scenario.Json() with
        {
            WholeConfig = Configuration("wire_api = \"chat\"\nchat_completions = true"),
            Routes = new Dictionary<string, Reply> { ["POST /v1/chat/completions"] = Reply.To(_ => Stream(answers.Dequeue())) },
        };

        var seen = await new SideRunner("chat", OurCodex.Executable, OurCodex.Executable, directory).RunAsync(scenario, TestContext.Current.CancellationToken);

        Assert.Equal(["exit 0"], seen.Lines[Facet.ExitCode]);
        Assert.Equal("patched\n", File.ReadAllText(Path.Combine(directory["chat"], "ws", "a.txt")));
        Assert.Equal("hi\n", File.ReadAllText(Path.Combine(directory["chat"], "ws", "b.txt")));
        Assert.Contains("\"text\":\"done\"", string.Concat(seen.Lines[Facet.Output]), StringComparison.Ordinal);
        Assert.Contains("\"input_tokens\":7", string.Concat(seen.Lines[Facet.Output]), StringComparison.Ordinal);
    }

    private static Reply Stream(string chunks) =>
        Reply.Raw(string.Concat(chunks.Split('|').Select(static chunk => $"data: {chunk}\n\n")) + "data: [DONE]\n\n");

    private static string Configuration(string lines) => $$"""
        model = "gpt-5.5"
        model_provider = "fake"
        [model_providers.fake]
        name = "fake"
        base_url = "http://127.0.0.1:{port}/v1"
        request_max_retries = 0
        stream_max_retries = 0
        {{lines}}
        [features]
        goals = false
        multi_agent = false
        plugins = false
        apps = false
        [skills.bundled]
        enabled = false
        """;
}
