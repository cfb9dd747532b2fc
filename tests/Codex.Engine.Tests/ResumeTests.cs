using Codex.Backend.Models;
using Codex.Formats.Text;
using Codex.Protocol.Events;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Engine.Tests;

public sealed class ResumeTests
{
    [Fact]
    public async Task A_thread_goes_on_where_it_was_left_in_the_same_file()
    {
        await using var engine = new EngineFixture(Model.Says("one"), Model.Says("two"));
        await engine.RunAsync("first");
        var file = Assert.Single(engine.RolloutFiles);
        await using (var thread = await engine.Manager.ResumeAsync(file, engine.Options(), EngineFixture.Timeout))
        {
            var events = await EngineFixture.RunTurnAsync(thread, "second");
            Assert.Equal("two", Assert.IsType<TaskCompleteEvent>(events[^1]).LastAgentMessage);
        }

        Assert.Equal(file, Assert.Single(engine.RolloutFiles));
        var first = engine.Server.Requests[0].Json().GetProperty("input").GetRawText()[..^1];
        var input = engine.Server.Requests[1].Json().GetProperty("input");
        Assert.StartsWith(first, input.GetRawText(), StringComparison.Ordinal);
        // Nothing changed in between, so nothing is told again: context, input, answer, input.
        Assert.Equal(["developer", "user", "user", "assistant", "user"], input.EnumerateArray().Select(static item => item.GetProperty("role").GetString()));
    }

    [Fact]
    public async Task Usage_is_counted_over_the_whole_thread()
    {
        await using var engine = new EngineFixture(Model.Says("one"), Model.Says("two"));
        await engine.RunAsync("first");
        await using var thread = await engine.Manager.ResumeAsync(engine.RolloutFiles[0], engine.Options(), EngineFixture.Timeout);
        var events = await EngineFixture.RunTurnAsync(thread, "second");
        var usage = events.OfType<TokenCountEvent>().Last().Info!;
        Assert.Equal(usage.LastTokenUsage.InputTokens * 2, usage.TotalTokenUsage.InputTokens);
    }

    [Fact]
    public async Task An_ephemeral_thread_leaves_no_file()
    {
        await using var engine = new EngineFixture(Model.Says("one"));
        await engine.RunAsync("first", engine.Options() with { Ephemeral = true });
        Assert.Empty(engine.RolloutFiles);
    }

    [Fact]
    public async Task A_thread_without_a_turn_leaves_no_file()
    {
        await using var engine = new EngineFixture();
        await using (await engine.Manager.StartAsync(engine.Options(), EngineFixture.Timeout))
            Assert.Empty(engine.RolloutFiles);
        Assert.Empty(engine.RolloutFiles);
    }

    [Fact]
    public async Task A_long_output_is_whole_in_the_file_and_bounded_for_the_model_also_after_a_resume()
    {
        var tool = new EchoTool("echo", parallel: true);
        var model = ModelCatalog.Bundled().Resolve("gpt-5.5") with { TruncationPolicy = TruncationPolicy.OfTokens(10) };
        var arguments = "\"" + new string('x', 4000) + "\"";
        await using var engine = new EngineFixture(
            Model.Produces(OutputItem.FunctionCall("c1", "echo", arguments)), Model.Says("one"), Model.Says("two"))
        { Model = model };
        await engine.RunAsync("go", engine.Options() with { ExtraTools = [tool] });
        Assert.Contains("\"output\":\"\\\"" + new string('x', 4000), File.ReadAllText(engine.RolloutFiles[0]), StringComparison.Ordinal);

        await using var thread = await engine.Manager.ResumeAsync(engine.RolloutFiles[0], engine.Options(), EngineFixture.Timeout);
        await EngineFixture.RunTurnAsync(thread, "again");
        var sent = Output(engine.Server.Requests[1]);
        Assert.Contains("tokens truncated", sent, StringComparison.Ordinal);
        Assert.Equal(sent, Output(engine.Server.Requests[2]));
    }

    private static string Output(CapturedRequest request) => request.Json().GetProperty("input").EnumerateArray()
        .Single(static item => item.GetProperty("type").GetString() == "function_call_output").GetProperty("output").GetString()!;
}
