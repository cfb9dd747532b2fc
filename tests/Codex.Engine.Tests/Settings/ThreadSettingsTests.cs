using Codex.Protocol.Events;
using Codex.Protocol.Operations;
using Codex.Protocol.Rollouts;
using Codex.TestSupport.Http;
using Codex.TestSupport.Scripts;

namespace Codex.Engine.Tests.Settings;

public sealed class ThreadSettingsTests
{
    [Fact]
    public async Task Settings_change_without_a_turn_and_hold_from_the_next_one_on()
    {
        await using var engine = new EngineFixture(Model.Says("one"));
        await using var thread = await engine.Manager.StartAsync(engine.Options(), EngineFixture.Timeout);
        await thread.SubmitAsync(
            new Op.ThreadSettings(new ThreadSettingsOverrides { Model = "gpt-5.4", ReasoningEffort = new Change<string>("low") }), EngineFixture.Timeout);
        var events = await EngineFixture.RunTurnAsync(thread, "hi");

        var applied = Assert.Single(events.OfType<ThreadSettingsAppliedEvent>()).Settings;
        Assert.Equal(("gpt-5.4", "low"), (applied.Model, applied.ReasoningEffort));
        Assert.Equal("gpt-5.4", applied.CollaborationMode.Settings.Model);
        var request = engine.Server.Requests[0].Json();
        Assert.Equal("gpt-5.4", request.GetProperty("model").GetString());
        Assert.Equal("low", request.GetProperty("reasoning").GetProperty("effort").GetString());
    }

    [Fact]
    public async Task A_turn_that_runs_keeps_its_settings()
    {
        var gate = new TaskCompletionSource();
        var tool = new EchoTool("wait", parallel: true, gate.Task);
        await using var engine = new EngineFixture(
            Model.Produces(OutputItem.FunctionCall("c1", "wait", "1")), Model.Says("still"), Model.Says("next"));
        await using var thread = await engine.Manager.StartAsync(engine.Options() with { ExtraTools = [tool] }, EngineFixture.Timeout);
        await thread.SubmitAsync(EngineFixture.Say("go"), EngineFixture.Timeout);
        await tool.Called.Task.WaitAsync(EngineFixture.Timeout);
        await thread.SubmitAsync(EngineFixture.Say("and") with { Settings = new ThreadSettingsOverrides { Model = "gpt-5.4" } }, EngineFixture.Timeout);
        gate.SetResult();
        await EngineFixture.ReadTurnAsync(thread);
        await EngineFixture.RunTurnAsync(thread, "again");

        Assert.Equal(["gpt-5.5", "gpt-5.5", "gpt-5.4"], engine.Server.Requests.Select(static request => request.Json().GetProperty("model").GetString()));
    }

    [Fact]
    public async Task An_effort_can_be_taken_away_and_a_mode_brings_its_own()
    {
        await using var engine = new EngineFixture(Model.Says("one"), Model.Says("two"));
        await using var thread = await engine.Manager.StartAsync(engine.Options() with { ReasoningEffort = "high" }, EngineFixture.Timeout);
        var mode = new CollaborationMode(CollaborationMode.Plan, new CollaborationSettings("gpt-5.5", "low", null));
        await thread.SubmitAsync(
            EngineFixture.Say("plan") with { Settings = new ThreadSettingsOverrides { CollaborationMode = mode, ReasoningEffort = new Change<string>("xhigh") } },
            EngineFixture.Timeout);
        await EngineFixture.ReadTurnAsync(thread);
        await thread.SubmitAsync(
            EngineFixture.Say("on") with { Settings = new ThreadSettingsOverrides { ReasoningEffort = new Change<string>(null) } }, EngineFixture.Timeout);
        await EngineFixture.ReadTurnAsync(thread);

        Assert.Equal("low", Effort(engine.Server.Requests[0]));
        Assert.Equal("medium", Effort(engine.Server.Requests[1]));
    }

    private static string? Effort(CapturedRequest request) => request.Json().GetProperty("reasoning").GetProperty("effort").GetString();
}
