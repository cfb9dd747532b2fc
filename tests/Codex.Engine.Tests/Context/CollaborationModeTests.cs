using Codex.Protocol.Operations;
using Codex.Protocol.Rollouts;
using Codex.TestSupport.Scripts;

namespace Codex.Engine.Tests.Context;

public sealed class CollaborationModeTests
{
    [Fact]
    public async Task The_model_is_told_about_a_mode_when_it_changes()
    {
        await using var engine = new EngineFixture(Model.Says("one"), Model.Says("two"), Model.Says("three"), Model.Says("four"));
        await using var thread = await engine.Manager.StartAsync(engine.Options(), EngineFixture.Timeout);
        await RunAsync("plain", null);
        await RunAsync("planning", "Make a plan.");
        await RunAsync("still planning", "Make a plan.");
        await RunAsync("working", "Do it.");

        var text = engine.Server.Requests[3].Text;
        Assert.Equal(2, text.Split("<collaboration_mode>Make a plan.</collaboration_mode>").Length);
        Assert.Equal(2, text.Split("<collaboration_mode>Do it.</collaboration_mode>").Length);
        Assert.DoesNotContain("collaboration_mode", engine.Server.Requests[0].Text, StringComparison.Ordinal);

        async Task RunAsync(string prompt, string? instructions)
        {
            var mode = instructions is null ? null : new CollaborationMode("plan", new CollaborationSettings("gpt-5.5", null, instructions));
            await thread.SubmitAsync(EngineFixture.Say(prompt) with { Settings = new ThreadSettingsOverrides { CollaborationMode = mode } }, EngineFixture.Timeout);
            await EngineFixture.ReadTurnAsync(thread);
        }
    }

    [Fact]
    public async Task A_mode_from_the_start_is_part_of_the_first_message()
    {
        await using var engine = new EngineFixture(Model.Says("one"));
        await using var thread = await engine.Manager.StartAsync(engine.Options() with { DeveloperInstructions = "Mind the gap." }, EngineFixture.Timeout);
        var mode = new CollaborationMode("plan", new CollaborationSettings("gpt-5.5", null, "Make a plan."));
        await thread.SubmitAsync(EngineFixture.Say("hi") with { Settings = new ThreadSettingsOverrides { CollaborationMode = mode } }, EngineFixture.Timeout);
        await EngineFixture.ReadTurnAsync(thread);
        var parts = engine.Server.Requests[0].Json().GetProperty("input")[0].GetProperty("content").EnumerateArray()
            .Select(static part => part.GetProperty("text").GetString()!).ToArray();
        Assert.Equal("Mind the gap.", parts[1]);
        Assert.Equal("<collaboration_mode>Make a plan.</collaboration_mode>", parts[2]);
    }
}
